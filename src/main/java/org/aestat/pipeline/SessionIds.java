package org.aestat.pipeline;

import java.util.Arrays;
import org.aestat.session.Dictionary;
import org.aestat.session.IdForms;
import org.jspecify.annotations.Nullable;

/**
 * The session ids met so far, with the place of each. An id of up to 15 digits between other characters is kept as its
 * {@linkplain IdForms form} and its number, any other id as its text.
 */
final class SessionIds {

    private final IdForms forms = new IdForms();
    private final NumberedIds numbered = new NumberedIds();
    private final Dictionary others = new Dictionary();
    private long[] otherLines = new long[1 << 4];
    private long[] firstLines = new long[1];
    private int file;
    private long lastLine;

    /** Where an id was met. */
    record Place(int file, long line) {}

    /** Says that the ids to come are those of the next file. */
    void startFile(int place) {
        firstLines = Arrays.copyOf(firstLines, Math.max(firstLines.length, place + 1));
        firstLines[place] = lastLine;
        file = place;
    }

    /**
     * Takes note of an id.
     *
     * @param text holds the id from its start
     * @param length the id's length
     * @param line where it is in its file, from 1
     * @return where it was met before, or null
     */
    @Nullable
    Place meet(char[] text, int length, long line) {
        lastLine = firstLines[file] + line;
        long key = forms.key(text, 0, length);
        return place(key == IdForms.NONE ? meetOther(text, length) : numbered.meet(key, lastLine));
    }

    /**
     * Takes note of an id of another collection of forms.
     *
     * @param other the other collection
     * @param codes the {@linkplain #codes codes} here of its forms
     * @param key the id's key there
     * @param line where it is in its file, from 1
     * @return where it was met before, or null
     */
    @Nullable
    Place meet(IdForms other, int[] codes, long key, long line) {
        lastLine = firstLines[file] + line;
        int form = codes[IdForms.form(key)];
        if (form == 0) {
            char[] text = other.text(key);
            return place(meetOther(text, text.length));
        }
        return place(numbered.meet(IdForms.withForm(key, form), lastLine));
    }

    /** The codes here of the forms of another collection, 0 for one that there is no room for. */
    int[] codes(IdForms other) {
        return forms.codes(other);
    }

    /** The line, over all files, where an id that is kept as its text was met before; 0 if it is new. */
    private long meetOther(char[] text, int length) {
        int known = others.size();
        int code = others.code(text, 0, length);
        if (code <= known) {
            return otherLines[code];
        }
        if (code == otherLines.length) {
            otherLines = Arrays.copyOf(otherLines, code + (code >> 1));
        }
        otherLines[code] = lastLine;
        return 0;
    }

    private @Nullable Place place(long line) {
        if (line == 0) {
            return null;
        }
        int found = file;
        while (firstLines[found] >= line) {
            found--;
        }
        return new Place(found, line - firstLines[found]);
    }
}
