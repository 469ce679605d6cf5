package org.aestat.csv;

/**
 * What can be wrong with a row or between rows, each with a stable code. Codes are public: they are never renumbered,
 * and a code that is given up is not used again.
 */
public enum ProblemCode {
    /** Other than one field for each column of the header. */
    FIELD_COUNT("E101", "The row has more or fewer fields than the header."),
    /** A blank {@code patient_id}. */
    PATIENT_MISSING("E102", "The patient's id is blank."),
    /** Neither a date nor a number. */
    PLACE_MISSING("E103", "The session has neither a date nor a number."),
    /** A cell that is no date. */
    DATE("E104", "A date cannot be read."),
    /** A cell that is no whole number. */
    WHOLE_NUMBER("E105", "A whole number cannot be read, or is out of range."),
    /** A cell that is no score. */
    SCORE("E106", "A score of pain or soreness cannot be read."),
    /** A score below 0 or above 10. */
    SCORE_RANGE("E107", "A score of pain or soreness is not within 0 to 10."),
    /** A cell that is no time in hours. */
    HOURS("E108", "Hours cannot be read, or are out of range."),
    /** A cell that is no age. */
    AGE("E109", "An age cannot be read, or is above 130."),
    /** A cell that is neither yes nor no. */
    YES_NO("E110", "An answer is neither yes nor no."),
    /** A cell that says nothing of an adverse event. */
    EVENT("E111", "An adverse event is neither yes nor no nor a grade."),
    /** A list with something that is no adverse event. */
    EVENT_LIST("E112", "A list of adverse events cannot be read."),
    /** A word that is none of those the column may hold. */
    CHOICE("E113", "A word is none of those that the column holds."),
    /** A {@code session_id} that was there before. */
    SESSION_REPEATED("E114", "The session's id was there before."),
    /** An event whose column contradicts the list. */
    LIST_CONTRADICTED("E115", "The column of an event contradicts the list of events."),
    /** A first clear hour before the last sore one. */
    CLEAR_BEFORE_SORE("E116", "Soreness resolved before it was last felt."),
    /** No soreness that has not ended. */
    UNENDED_NOTHING("E117", "Soreness of 0 hours has not ended."),
    /** Hours of an event that is no. */
    HOURS_WITHOUT_EVENT("E118", "There are hours of an event that did not happen."),
    /** Choices of one question that cannot be true together. */
    CHOICES_CONTRADICTED("E119", "Choices of a question contradict each other."),
    /** An event in a second file that says neither a session nor a patient and a day. */
    SESSION_UNSAID("E120", "A row of the events does not say which session it is about."),
    /** An event in a second file whose name is none. */
    EVENT_UNKNOWN("E121", "A row of the events names none that is known."),
    /** An event in a second file that begins or ends when it cannot. */
    EVENT_TIMES("E122", "The times of an event contradict each other or its session."),
    /** An event in a second file that no session fits. */
    SESSION_NOT_FOUND("E123", "No session fits a row of the events."),
    /** An event in a second file that several sessions fit. */
    SESSION_AMBIGUOUS("E124", "Several sessions fit a row of the events."),
    /** An event in a second file against its session or an earlier row. */
    SESSION_CONTRADICTED("E125", "A row of the events contradicts its session or another row."),
    /** A session of somebody whom the file of patients lacks. */
    PATIENT_NOT_FOUND("E126", "The file of patients does not have the patient of a session."),
    /** A second row of one patient. */
    PATIENT_REPEATED("E127", "The file of patients has the patient twice."),
    /** Numbers and dates of a course that contradict each other. */
    COURSE_ORDER("E201", "The numbers of a course do not rise with its dates."),
    /** A date after the day of the export. */
    FUTURE_DATE("E202", "The date is after the day given with --as-of."),
    /** An age above 120. */
    AGE_RANGE("E203", "An age is above 120."),
    /** An age below that of an earlier session. */
    AGE_FALLING("E204", "A patient is younger than at an earlier session."),
    /** Sessions dated before that with number 1. */
    BEFORE_FIRST("W301", "Sessions may be dated before the first of their course."),
    /** A therapist at two sites on one day. */
    TWO_SITES("W302", "A therapist was at two sites on one day."),
    /** Sessions of one patient, date and condition. */
    DUPLICATE("W303", "A patient has two sessions on one day for one condition."),
    /** Soreness of which only one of two columns is recorded. */
    SORENESS_HALF("W304", "Soreness is recorded by half: hours or their end, not both.");

    private final String code;
    private final String sentence;

    ProblemCode(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The code, such as {@code E104}. */
    public String code() {
        return code;
    }

    /** What is wrong, as a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether the rows cannot be right as they are; otherwise they are unlikely to be. */
    public boolean isError() {
        return code.charAt(0) == 'E';
    }

    /** What is wrong with a cell that its column does not take. */
    static ProblemCode ofCell(ValueKind kind, CharSequence cell) {
        return switch (kind) {
            case ID, TEXT -> PATIENT_MISSING;
            case DATE -> DATE;
            case SESSION_NUMBER, NEEDLES -> WHOLE_NUMBER;
            case SCORE -> isBeyondScores(cell) ? SCORE_RANGE : SCORE;
            case HOURS -> HOURS;
            case AGE -> AGE;
            case YES_NO -> YES_NO;
            case EVENT -> EVENT;
            case EVENT_LIST -> EVENT_LIST;
            case CHRONICITY, MUSCLE_DEPTH, COURSE_OUTCOME -> CHOICE;
        };
    }

    /** Whether a cell is a plain number, whatever its decimal mark, below 0 or above 10. */
    private static boolean isBeyondScores(CharSequence cell) {
        int length = cell.length();
        int at = length > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        boolean negative = at == 1 && cell.charAt(0) == '-';
        int marks = 0;
        int digits = 0;
        int whole = 0;
        boolean decimals = false;
        for (; at < length; at++) {
            char c = cell.charAt(at);
            if (c == '.' || c == ',') {
                marks++;
            } else if (c < '0' || c > '9') {
                return false;
            } else {
                digits++;
                decimals |= marks > 0 && c != '0';
                whole = marks > 0 ? whole : Math.min(100, whole * 10 + c - '0');
            }
        }
        boolean number = digits > 0 && marks <= 1;
        return number && (negative ? whole > 0 || decimals : whole > 10 || (whole == 10 && decimals));
    }
}
