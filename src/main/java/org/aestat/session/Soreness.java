package org.aestat.session;

import java.util.List;

/**
 * When the soreness after one session ended, in minutes after the session.
 *
 * @param state what is known
 * @param after the end came later than this minute ({@code ENDED}), or exactly at it where {@code by} is the same;
 *     the last minute known to be sore ({@code STILL_SORE}); otherwise 0
 * @param by the end came at or before this minute ({@code ENDED}); otherwise 0
 * @param relapsed whether a diary has a clear score between sore ones
 */
public record Soreness(State state, int after, int by, boolean relapsed) {

    /** What an export says about the soreness after a session. */
    public enum State {
        /** Nothing that would tell whether there was soreness. */
        NOT_RECORDED,
        /** There was soreness of a recorded duration, but not whether it had ended. */
        END_NOT_RECORDED,
        /** There was none. */
        NEVER_SORE,
        /** It ended within a known interval or at a known time. */
        ENDED,
        /** It had not ended when last asked. */
        STILL_SORE
    }

    private static final Soreness NOT_RECORDED = of(State.NOT_RECORDED);
    private static final Soreness END_NOT_RECORDED = of(State.END_NOT_RECORDED);
    private static final Soreness NEVER_SORE = of(State.NEVER_SORE);

    private static Soreness of(State state) {
        return new Soreness(state, 0, 0, false);
    }

    /** Nothing is recorded. */
    public static Soreness notRecorded() {
        return NOT_RECORDED;
    }

    /** Whether the end is known to the minute. */
    public boolean isExact() {
        return state == State.ENDED && after == by;
    }

    static Soreness ofDuration(int minutes, Answer resolved) {
        if (minutes == Session.NONE) {
            return NOT_RECORDED;
        }
        if (minutes == 0) {
            return NEVER_SORE;
        }
        return switch (resolved) {
            case YES -> new Soreness(State.ENDED, minutes, minutes, false);
            case NO -> new Soreness(State.STILL_SORE, minutes, 0, false);
            case NOT_RECORDED -> END_NOT_RECORDED;
        };
    }

    static Soreness ofInterval(int lastSore, int firstClear) {
        if (firstClear == Session.NONE) {
            return lastSore == Session.NONE ? NOT_RECORDED : new Soreness(State.STILL_SORE, lastSore, 0, false);
        }
        if (firstClear == 0) {
            return NEVER_SORE;
        }
        return new Soreness(State.ENDED, Math.max(lastSore, 0), firstClear, false);
    }

    static Soreness ofDiary(Session session, List<Integer> minutes) {
        int lastSore = -1;
        int clearSince = -1;
        boolean relapsed = false;
        for (int time = 0; time < minutes.size(); time++) {
            int score = session.diaryScore(time);
            if (score > 0) {
                relapsed |= lastSore >= 0 && clearSince >= 0;
                lastSore = time;
                clearSince = -1;
            } else if (score == 0 && clearSince < 0) {
                clearSince = time;
            }
        }
        if (lastSore < 0) {
            return session.diaryScore(minutes.size() - 1) == Session.NONE ? NOT_RECORDED : NEVER_SORE;
        }
        int after = minutes.get(lastSore);
        return clearSince < 0
                ? new Soreness(State.STILL_SORE, after, 0, relapsed)
                : new Soreness(State.ENDED, after, minutes.get(clearSince), relapsed);
    }
}
