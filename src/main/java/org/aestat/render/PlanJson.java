package org.aestat.render;

import java.io.IOException;
import java.util.List;
import org.aestat.result.PlanResult;
import org.aestat.result.PlanResult.Needed;
import org.aestat.result.PlanResult.Power;
import org.aestat.result.PlanResult.Question;
import org.aestat.result.PlanResult.Shows;

/** The fields of a plan. */
final class PlanJson {

    private final JsonFields json;
    private final Question question;

    PlanJson(JsonFields json, Question question) {
        this.json = json;
        this.question = question;
    }

    void write(PlanResult result) throws IOException {
        List<Needed> plan = result.plan();
        if (plan != null) {
            json.array("plan", plan, this::needed);
        }
        Power power = result.power();
        if (power != null) {
            json.object("power", power, this::power);
        }
        Shows shows = result.shows();
        if (shows != null) {
            json.object("shows", shows, this::shows);
        }
    }

    private void question() throws IOException {
        json.number("limit", question.limit());
        json.number("level", question.level());
        json.number("designEffect", question.designEffect());
    }

    private void needed(Needed row) throws IOException {
        json.count("events", row.events());
        question();
        json.count("sessions", row.sessions());
    }

    private void power(Power power) throws IOException {
        question();
        json.number("trueRate", power.trueRate());
        json.number("probability", power.probability());
        json.count("sessions", power.sessions());
        json.count("events", power.events());
        json.number("attained", power.attained());
        json.count("firstSessions", power.firstSessions());
    }

    private void shows(Shows shows) throws IOException {
        json.count("sessions", shows.sessions());
        question();
        json.count("mostEventsBelow", shows.mostEventsBelow());
        json.count("fewestEventsAbove", shows.fewestEventsAbove());
        json.number("trueRate", shows.trueRate());
        json.number("probabilityBelow", shows.probabilityBelow());
        json.array("bounds", shows.bounds(), bound -> {
            json.count("events", bound.events());
            json.number("lower", bound.lower());
            json.number("upper", bound.upper());
            json.text("verdict", bound.verdict().label());
        });
    }
}
