package org.aestat.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a column looks as if it told who somebody is, by its header or its cells; keeps no cell. */
final class Sensitivity {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("(\\+|00|\\(|0)[0-9 ()/.-]{6,}");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]+,? (\\p{Lu}\\.? )?\\p{Lu}[\\p{L}'’-]+");
    private static final int LONG_TEXT = 60;
    private static final int MANY_WORDS = 6;
    private static final int LONGEST_NAME = 60;

    private long cells;
    private long emails;
    private long phones;
    private long names;
    private long texts;

    /** Takes a recorded cell that is no date into account. */
    void accept(Cell cell) {
        cells++;
        int length = cell.length();
        int digits = 0;
        int letters = 0;
        int spaces = 0;
        boolean at = false;
        boolean breaks = false;
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
            spaces += c == ' ' ? 1 : 0;
            at |= c == '@';
            breaks |= c == '\n' || c == '\r';
        }
        emails += at && length <= 320 && EMAIL.matcher(cell).matches() ? 1 : 0;
        boolean signs = digits >= 7 && digits <= 15 && letters == 0 && digits < length;
        phones += signs && PHONE.matcher(cell).matches() && !isDecimal(cell) ? 1 : 0;
        boolean longText = length > LONG_TEXT || breaks || (letters > 0 && spaces + 1 >= MANY_WORDS);
        texts += longText ? 1 : 0;
        boolean two = letters > 3 && spaces >= 1 && spaces <= 2 && length <= LONGEST_NAME;
        names += two && NAME.matcher(cell).matches() ? 1 : 0;
    }

    private static boolean isDecimal(Cell cell) {
        int marks = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.') {
                marks++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return marks == 1;
    }

    /** What the cells look like, or null. */
    @Nullable
    String byCells(long distinct, boolean capped) {
        if (emails > 0) {
            return "e-mail addresses";
        }
        if (2 * phones > cells) {
            return "phone numbers";
        }
        if (5 * texts > cells || texts >= 20) {
            return "free text";
        }
        boolean various = capped || 10 * distinct >= cells;
        return 2 * names > cells && various && distinct > 1 ? "names of people" : null;
    }

    /** What the header says, or null. */
    static @Nullable String byHeader(String label) {
        if (HeaderKey.hasAny(
                label,
                "birth",
                "birthday",
                "birthdate",
                "dob",
                "geburtsdatum",
                "geburtstag",
                "geb",
                "geboren",
                "naissance",
                "nacimiento",
                "nascita",
                "geboortedatum")) {
            return "dates of birth";
        }
        if (HeaderKey.hasAny(label, "email", "e mail", "mail", "correo", "recipientemail")) {
            return "e-mail addresses";
        }
        if (HeaderKey.hasAny(
                label,
                "phone",
                "telephone",
                "tel",
                "mobile",
                "cell phone",
                "fax",
                "telefon",
                "handy",
                "mobil",
                "telefono",
                "handynummer",
                "telefonnummer")) {
            return "phone numbers";
        }
        if (HeaderKey.hasAny(
                label,
                "address",
                "street",
                "postcode",
                "post code",
                "zip",
                "zip code",
                "postal code",
                "plz",
                "strasse",
                "anschrift",
                "adresse",
                "wohnort",
                "ipaddress",
                "latitude",
                "longitude",
                "locationlatitude",
                "locationlongitude")) {
            return "addresses";
        }
        if (HeaderKey.hasAny(
                label,
                "ssn",
                "social security",
                "nhs number",
                "insurance",
                "insurance number",
                "policy number",
                "passport",
                "versichertennummer",
                "versicherungsnummer",
                "krankenkasse",
                "medicare",
                "medicare number")) {
            return "numbers of insurance or identity";
        }
        if (HeaderKey.hasAny(
                label,
                "note",
                "notes",
                "comment",
                "comments",
                "remark",
                "remarks",
                "free text",
                "freetext",
                "bemerkung",
                "bemerkungen",
                "kommentar",
                "kommentare",
                "notiz",
                "notizen",
                "observaciones",
                "description",
                "remarques",
                "narrative")) {
            return "free text";
        }
        if (HeaderKey.hasAny(
                label,
                "surname",
                "first name",
                "last name",
                "firstname",
                "lastname",
                "given name",
                "family name",
                "full name",
                "fullname",
                "patient name",
                "client name",
                "vorname",
                "nachname",
                "familienname",
                "name",
                "prenom",
                "nom",
                "apellido",
                "apellidos",
                "nombre",
                "recipientlastname",
                "recipientfirstname",
                "initials",
                "initialen")) {
            return "names of people";
        }
        return null;
    }
}
