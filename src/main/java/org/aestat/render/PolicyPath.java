package org.aestat.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where a policy lies, as other programs may know it: relative and with slashes, else only its name. */
final class PolicyPath {

    private static final Pattern ELSEWHERE = Pattern.compile("/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?", Pattern.DOTALL);
    private static final Pattern HERE = Pattern.compile("(\\./+)+");

    private final String path;

    PolicyPath(String file) {
        String slashes = file.replace('\\', '/');
        path = ELSEWHERE.matcher(slashes).matches()
                ? slashes.substring(slashes.lastIndexOf('/') + 1)
                : HERE.matcher(slashes).replaceFirst("");
    }

    /** For people, harmless on one line. */
    String text() {
        return GateFindings.clean(path);
    }

    /** As a reference in an URI, in ASCII. */
    String uri() {
        String whole = ControlCharacters.withoutLoneSurrogates(path);
        try {
            String encoded = new URI(null, null, "/" + whole, null).toASCIIString();
            return encoded.substring(1).replace(":", "%3A");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
