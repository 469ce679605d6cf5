package org.aestat.session;

import java.util.Arrays;

/**
 * The forms of ids: what they are with every digit replaced by {@code 0}. An id of a known form is told from all others
 * by the number of that form and the number that its digits make.
 */
public final class IdForms {

    /** The key of an id that has none. */
    public static final long NONE = -1;

    private static final int MOST_DIGITS = 15;
    private static final int NUMBER_BITS = 50;
    private static final int MOST_FORMS = 1 << 8;
    private static final int LONGEST = 32;
    private static final int ASCII = 0x80;

    private final Dictionary forms = new Dictionary();
    private final char[] form = new char[LONGEST];
    private final char[] last = new char[LONGEST];
    private int lastLength;
    private int lastHash;
    private int lastCode;

    /** Forgets all forms. */
    public void clear() {
        forms.clear();
        lastLength = 0;
    }

    /**
     * The key of an id: 50 bits for the number, the rest for the form, which is at least 1; or {@link #NONE} for an id with
     * too many digits or characters, or one that is not ASCII, or one of too many forms.
     *
     * @param text holds the id
     * @param offset where it starts
     * @param length its length, at least 1
     */
    public long key(char[] text, int offset, int length) {
        if (length > LONGEST) {
            return NONE;
        }
        long number = 0;
        int digits = 0;
        int hash = Dictionary.EMPTY_HASH;
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                digits++;
                c = '0';
            } else if (c >= ASCII) {
                return NONE;
            }
            form[i] = c;
            hash = Dictionary.hash(hash, c);
        }
        int code = digits > MOST_DIGITS ? 0 : code(length, hash);
        return code == 0 ? NONE : ((long) code << NUMBER_BITS) | number;
    }

    private int code(int length, int hash) {
        if (hash == lastHash && Arrays.equals(form, 0, length, last, 0, lastLength)) {
            return lastCode;
        }
        int code = find(form, length, hash);
        if (code != 0) {
            System.arraycopy(form, 0, last, 0, length);
            lastLength = length;
            lastHash = hash;
            lastCode = code;
        }
        return code;
    }

    private int find(char[] text, int length, int hash) {
        return isFull() ? forms.find(text, 0, length, hash) : forms.code(text, 0, length, hash);
    }

    /** Whether ids of further forms get no key, which they may have in another collection. */
    boolean isFull() {
        return forms.size() >= MOST_FORMS;
    }

    /** The codes here of the forms of another collection, 0 for one that cannot be taken in. */
    public int[] codes(IdForms other) {
        int[] codes = new int[other.forms.size() + 1];
        for (int code = 1; code < codes.length; code++) {
            char[] text = other.forms.text(code).toCharArray();
            codes[code] = find(text, text.length, hash(text));
        }
        return codes;
    }

    private static int hash(char[] form) {
        int hash = Dictionary.EMPTY_HASH;
        for (char c : form) {
            hash = Dictionary.hash(hash, c);
        }
        return hash;
    }

    /** Lets other threads {@linkplain #find look} at the forms so far. */
    void publish() {
        forms.publish();
    }

    /** The codes here of the forms of another collection, 0 for one that was not {@linkplain #publish published}. */
    int[] find(IdForms other) {
        return forms.find(other.forms);
    }

    /** The form of a key. */
    public static int form(long key) {
        return (int) (key >>> NUMBER_BITS);
    }

    /** A key with another code of its form. */
    public static long withForm(long key, int code) {
        return ((long) code << NUMBER_BITS) | number(key);
    }

    private static long number(long key) {
        return key & ((1L << NUMBER_BITS) - 1);
    }

    /** The id of a key. */
    public char[] text(long key) {
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
