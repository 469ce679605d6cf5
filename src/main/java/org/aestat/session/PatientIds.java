package org.aestat.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Codes for patients: each distinct id gets the next integer, from 1 in order of first appearance. An id of up to 15 digits
 * between other characters is kept as its {@linkplain IdForms form} and the number of its digits, any other as its text.
 * About twenty bytes each, in the first case without regard to its length.
 */
public final class PatientIds {

    /** The key of patients without an id. */
    private static final long UNNAMED = 0;

    private final IdForms forms = new IdForms();
    /** Ids without a key of their own; theirs is their code here. */
    private final Dictionary others = new Dictionary();
    /** By code, from 1. */
    private long[] keys = new long[1 << 4];

    private int size;
    private int named;
    private int[] slots = new int[1 << 5];
    /** What other threads may look at. */
    private volatile @Nullable KnownPatients known;

    /** Removes all patients. */
    public void clear() {
        forms.clear();
        others.clear();
        Arrays.fill(slots, 0);
        size = 0;
        named = 0;
        known = null;
    }

    /** The number of patients; codes run from 1 to this number. */
    public int size() {
        return size;
    }

    /**
     * The code of a patient, who is added if new.
     *
     * @param buffer holds the id
     * @param offset where it starts
     * @param length its length, at least 1
     */
    public int code(char[] buffer, int offset, int length) {
        return code(key(buffer, offset, length));
    }

    private long key(char[] buffer, int offset, int length) {
        long key = forms.key(buffer, offset, length);
        return key == IdForms.NONE ? others.code(buffer, offset, length) : key;
    }

    /**
     * The code of a patient, who is added if new.
     *
     * @param id at least one character
     */
    public int code(String id) {
        return code(id.toCharArray(), 0, id.length());
    }

    /** The code of a patient without an id, who is new. */
    public int addUnnamed() {
        return add(UNNAMED);
    }

    /**
     * The id of a code, empty for a patient without one.
     *
     * @param code 1 to {@link #size()}
     */
    public String text(int code) {
        long key = keys[code];
        if (IdForms.form(key) > 0) {
            return new String(forms.text(key));
        }
        return key == UNNAMED ? "" : others.text((int) key);
    }

    /**
     * The codes of all patients of another collection, who are added where they are new. Whoever has no id there is somebody
     * new here.
     *
     * @return the code here at the place of each code there; 0 at 0
     */
    public int[] codes(PatientIds other) {
        long[] keysHere = keys(other);
        int[] codes = likely(keysHere);
        for (int code = 1; code <= other.size; code++) {
            if (codes[code] == 0 || keys[codes[code]] != keysHere[code]) {
                codes[code] = code(keysHere[code]);
            }
        }
        return codes;
    }

    /**
     * The codes of all patients of another collection, of whom some were found before.
     *
     * @param codes for each code there the code here or 0; filled with those that were not found
     */
    int[] codes(PatientIds other, int[] codes) {
        long[] keysHere = keys(other);
        for (int code = 1; code <= other.size; code++) {
            if (codes[code] == 0) {
                codes[code] = code(keysHere[code]);
            }
        }
        return codes;
    }

    /** Lets other threads {@linkplain #find look} at the patients so far. */
    void publish() {
        forms.publish();
        others.publish();
        known = new KnownPatients(keys, slots, size);
    }

    /**
     * The codes of the patients of another collection as far as they were {@linkplain #publish published}; other threads may
     * ask for them while this one takes more.
     *
     * @return the code here at the place of each code there, 0 where there was none
     */
    int[] find(PatientIds other) {
        KnownPatients patients = known;
        int[] codes = new int[other.size + 1];
        if (patients != null) {
            int[] formCodes = forms.find(other.forms);
            long[] textKeys = widened(others.find(other.others));
            for (int code = 1; code <= other.size; code++) {
                codes[code] = patients.find(key(other.keys[code], formCodes, textKeys));
            }
        }
        return codes;
    }

    /** The keys here of the patients of another collection, by their codes there. */
    private long[] keys(PatientIds other) {
        int[] formCodes = forms.codes(other.forms);
        long[] textKeys = textKeys(other);
        long[] keysHere = new long[other.size + 1];
        for (int code = 1; code <= other.size; code++) {
            long key = key(other.keys[code], formCodes, textKeys);
            if (key == IdForms.NONE) {
                char[] text = other.forms.text(other.keys[code]);
                key = others.code(text, 0, text.length);
            }
            keysHere[code] = key;
        }
        return keysHere;
    }

    /** The keys here of the texts of another collection: a text for whose form there was no room may have one here. */
    private long[] textKeys(PatientIds other) {
        if (!other.forms.isFull()) {
            return widened(others.codes(other.others));
        }
        long[] textKeys = new long[other.others.size() + 1];
        for (int code = 1; code < textKeys.length; code++) {
            char[] text = other.others.text(code).toCharArray();
            textKeys[code] = key(text, 0, text.length);
        }
        return textKeys;
    }

    private static long[] widened(int[] codes) {
        return Arrays.stream(codes).asLongStream().toArray();
    }

    /** A key with the codes of another collection; {@link IdForms#NONE} where its form has none. */
    private static long key(long key, int[] formCodes, long[] textKeys) {
        int form = IdForms.form(key);
        if (form == 0) {
            return textKeys[(int) key];
        }
        return formCodes[form] == 0 ? IdForms.NONE : IdForms.withForm(key, formCodes[form]);
    }

    /** For each key the first code whose key it may be: a look that waits for no other. */
    private int[] likely(long[] keysHere) {
        int[] codes = new int[keysHere.length];
        for (int code = 1; code < codes.length; code++) {
            codes[code] = slots[KnownPatients.slot(keysHere[code], slots.length)];
        }
        return codes;
    }

    private int code(long key) {
        if (key == UNNAMED) {
            return addUnnamed();
        }
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        slots[slot] = add(key);
        named++;
        if (named * 3L > slots.length * 2L) {
            rehash();
        }
        return size;
    }

    private int add(long key) {
        size = Math.addExact(size, 1);
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
        }
        keys[size] = key;
        return size;
    }

    /** Where the code of a key is, or the free place where it would be. */
    private int slot(long key) {
        int slot = KnownPatients.slot(key, slots.length);
        while (slots[slot] != 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void rehash() {
        slots = new int[Math.multiplyExact(slots.length, 2)];
        for (int code = 1; code <= size; code++) {
            if (keys[code] != UNNAMED) {
                slots[slot(keys[code])] = code;
            }
        }
    }
}
