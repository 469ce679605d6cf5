package org.aestat.pipeline;

import java.util.Arrays;
import org.aestat.session.Dictionary;

/**
 * The forms of ids: what they are with every digit replaced by {@code 0}. An id of a known form is told from all others
 * by the number of that form and the number that its digits make.
 */
final class IdForms {

    /** The key of an id that has none. */
    static final long NONE = -1;

    private static final int MOST_DIGITS = 15;
    private static final int NUMBER_BITS = 50;
    private static final int MOST_FORMS = 1 << 12;
    private static final int LONGEST = 64;

    private final Dictionary forms = new Dictionary();
    private final char[] form = new char[LONGEST];
    private char[] last = new char[0];
    private int lastCode;

    /**
     * The key of an id: 50 bits for the number, the rest for the form; or {@link #NONE} for an id with too many digits or
     * characters, or one of too many forms.
     *
     * @param text holds the id from its start
     * @param length the id's length
     */
    long key(char[] text, int length) {
        if (length > LONGEST) {
            return NONE;
        }
        long number = 0;
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                digits++;
                form[i] = '0';
            } else {
                form[i] = c;
            }
        }
        if (digits > MOST_DIGITS) {
            return NONE;
        }
        int code = code(length);
        return code == 0 ? NONE : ((long) code << NUMBER_BITS) | number;
    }

    private int code(int length) {
        if (!Arrays.equals(form, 0, length, last, 0, last.length)) {
            int code = find(form, length);
            if (code == 0) {
                return 0;
            }
            last = Arrays.copyOf(form, length);
            lastCode = code;
        }
        return lastCode;
    }

    private int find(char[] text, int length) {
        return forms.size() < MOST_FORMS ? forms.code(text, 0, length) : forms.find(new String(text, 0, length));
    }

    /** The codes here of the forms of another collection, 0 for one that cannot be taken in. */
    int[] codes(IdForms other) {
        int[] codes = new int[other.forms.size() + 1];
        for (int code = 1; code < codes.length; code++) {
            char[] text = other.forms.text(code).toCharArray();
            codes[code] = find(text, text.length);
        }
        return codes;
    }

    /** The form of a key. */
    static int form(long key) {
        return (int) (key >>> NUMBER_BITS);
    }

    /** A key with another code of its form. */
    static long withForm(long key, int code) {
        return ((long) code << NUMBER_BITS) | number(key);
    }

    private static long number(long key) {
        return key & ((1L << NUMBER_BITS) - 1);
    }

    /** The id of a key. */
    char[] text(long key) {
        char[] text = forms.text(form(key)).toCharArray();
        long number = number(key);
        for (int i = text.length - 1; i >= 0; i--) {
            if (text[i] == '0') {
                text[i] = (char) ('0' + number % 10);
                number /= 10;
            }
        }
        return text;
    }
}
