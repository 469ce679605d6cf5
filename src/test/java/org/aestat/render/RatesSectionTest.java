package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.FrequencyWords;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatesSectionTest {

    private static final String HEADING = "Adverse events";

    private static String section(EventRate... rates) {
        return Rendered.section(SampleResults.only(SampleResults.PLAIN, List.of(rates), null, null, null), HEADING);
    }

    @Test
    void allAndByStratum() {
        assertThat(Rendered.section(SampleResults.full(), "Adverse events")).isEqualTo("""
                Per session: of the sessions with an answer (assessed), the share with the event.

                                Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  Event          with it  assessed     %              %  recorded  per session
                  any event           91     1,100   8.3    6.7 to 10.1        90  common
                  any major            1        12   8.3   0.21 to 38.5     1,178  -
                  Minor events
                  bruising            91     1,150   7.9    6.2 to 10.1        40  common
                  fatigue              -         0     -              -     1,190  -
                  Major events
                  pneumothorax      none     1,150  none     up to 0.32        40  none observed

                Method of the intervals: stabilized (patients have many sessions) for bruising; stabilized for
                pneumothorax; clopper-pearson for the others.
                No frequency word (fewer than 20 sessions assessed): any major.
                No rate (not recorded): fatigue.
                Not recorded although some kinds of event are recorded as absent: any event at 50 sessions.

                Per patient: of the patients with an answer, the share with the event at least once.

                                Patients  Patients  Rate  95 % interval  Therapists
                  Event          with it  assessed     %              %    treating
                  any event           70       288  24.0   19.3 to 29.5           7
                  any major            1         4  25.0   0.63 to 80.6           -
                  bruising            70       290  24.1   19.3 to 29.5           7
                  pneumothorax      none       290  none      up to 1.3           7

                How sure the rates per session are.

                                Rate if all the                            Events
                                unrecorded were  Frequency words        per 1,000          95 %
                  Event            no to yes, %  of the two limits        needles      interval
                  any event         7.7 to 15.2  common to very common          -             -
                  any major       0.084 to 99.1  -                              -             -
                  bruising          7.7 to 11.0  common to very common       13.2  10.3 to 16.7
                  pneumothorax         0 to 3.4  at most uncommon            none    up to 0.53

                Needles at sessions with an answer: 6,900.
                No rate per needle (no needles recorded with it): any event.

                Per session, by condition.

                                    Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  condition          with it  assessed     %              %  recorded  per session
                  Any event
                    all sessions          91     1,100   8.3    6.7 to 10.1        90  common
                  Any major
                    all sessions           1        12   8.3   0.21 to 38.5     1,178  -
                  Bruising
                    all sessions          91     1,150   7.9    6.2 to 10.1        40  common
                    neck pain             60     1,150   5.2    6.2 to 10.1        40  common
                    (not recorded)        31     1,150   2.7    6.2 to 10.1        40  common
                  Pneumothorax
                    all sessions        none     1,150  none     up to 0.32        40  none observed
                    neck pain           none     1,150  none     up to 0.32        40  none observed

                Method of the intervals: clopper-pearson for any event, any major; stabilized for pneumothorax,
                pneumothorax (condition = neck pain); stabilized (patients have many sessions) for the others.
                No frequency word (fewer than 20 sessions assessed): any major.

                Rare events: the one-sided 95 % upper bound of the rate per session under other assumptions on how
                alike the sessions of a patient or therapist are.

                                     Pneumothorax
                  Assumption                    %
                  design effect 1            0.26
                  design effect 1.5          0.39
                  whole therapists           34.8
                """);
    }

    @Test
    void nothingRecorded() {
        assertThat(Rendered.section(SampleResults.empty("rates"), HEADING)).isEqualTo("""
                Per session: of the sessions with an answer (assessed), the share with the event.

                             Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  Event       with it  assessed     %              %  recorded  per session
                  any event         -         0     -              -         0  -

                No rate (no sessions): any event.
                """);
    }

    @Test
    void aCertainEventWithoutNeedles() {
        EventRate rate = new EventRate(
                "pain_during",
                Stratum.OVERALL,
                "minor",
                SampleResults.counts(40, 40, 0, 10, 10),
                Estimate.of(new EventRate.Figures(
                        1,
                        SampleResults.exact(0.9119, 1),
                        Estimate.of(new FrequencyWords("very common", "very common", "very common")),
                        1,
                        SampleResults.exact(0.6915, 1),
                        null,
                        null,
                        List.of())),
                null);
        assertThat(section(rate)).isEqualTo("""
                Per session: of the sessions with an answer (assessed), the share with the event.

                               Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  Event         with it  assessed     %              %  recorded  per session
                  Minor events
                  pain during        40        40   100      from 91.2         0  very common

                Method of the intervals: clopper-pearson.

                Per patient: of the patients with an answer, the share with the event at least once.

                               Patients  Patients  Rate  95 % interval
                  Event         with it  assessed     %              %
                  pain during        10        10   100      from 69.2

                How sure the rates per session are.

                               Rate if all the
                               unrecorded were  Frequency words
                  Event           no to yes, %  of the two limits
                  pain during                -  very common
                """);
    }

    @Test
    void theLadderIsOfEventsWithoutABenchmarkToo() {
        assertThat(section(SampleResults.anyMajor())).endsWith("""
                Rare events: the one-sided 95 % upper bound of the rate per session under other assumptions on how
                alike the sessions of a patient or therapist are.

                                   Any major
                  Assumption               %
                  design effect 1       33.9
                """);
        assertThat(section(SampleResults.pneumothorax(Stratum.OVERALL))).doesNotContain("Rare events");
    }

    @Test
    void aStepThatAnEventLacksIsADash() {
        EventRate major = SampleResults.anyMajor();
        assertThat(Rendered.section(
                        SampleResults.only(
                                SampleResults.PLAIN,
                                List.of(SampleResults.pneumothorax(Stratum.OVERALL), major),
                                List.of(SampleResults.below(), majorVerdict()),
                                null,
                                null),
                        HEADING))
                .endsWith("""
                                     Pneumothorax  Any major
                  Assumption                    %          %
                  design effect 1            0.26       33.9
                  design effect 1.5          0.39          -
                  whole therapists           34.8          -
                """);
    }

    private static BenchmarkVerdict majorVerdict() {
        BenchmarkVerdict all = SampleResults.below();
        return new BenchmarkVerdict(
                "any_major",
                "any_major",
                all.stratum(),
                all.limit(),
                all.level(),
                all.verdict(),
                all.reason(),
                all.counts(),
                all.rate(),
                all.lower(),
                all.upper(),
                null,
                null,
                null,
                all.source(),
                List.of());
    }

    private static EventRate averaged(String event, double rate, EventRate.@Nullable PatientAverage average) {
        return new EventRate(
                event,
                Stratum.OVERALL,
                "minor",
                SampleResults.counts(40, 400, 0, 10, 100),
                Estimate.of(new EventRate.Figures(
                        rate,
                        SampleResults.exact(0.05, 0.15),
                        Estimate.notEstimable("too few"),
                        0.1,
                        SampleResults.exact(0.05, 0.18),
                        average,
                        null,
                        List.of())),
                null);
    }

    @Test
    void theMeanOfPatientsRatesStandsBesideTheRatePerPatient() {
        assertThat(section(
                        averaged(
                                "bruising",
                                0.1,
                                new EventRate.PatientAverage(0.1234, new EventRate.Bounds(0.0561, 0.1907))),
                        averaged("bleeding", 0, new EventRate.PatientAverage(0, null)),
                        averaged("fatigue", 0.5, new EventRate.PatientAverage(0.5, null)),
                        averaged("nausea", 0.1, null)))
                .contains("""
                Per patient: of the patients with an answer, the share with the event at least once.

                            Patients  Patients  Rate  95 % interval   Mean of patients'
                  Event      with it  assessed     %              %        own rates, %
                  bruising        10       100  10.0    5.0 to 18.0  12.3 (5.6 to 19.1)
                  bleeding        10       100  10.0    5.0 to 18.0                none
                  fatigue         10       100  10.0    5.0 to 18.0                50.0
                  nausea          10       100  10.0    5.0 to 18.0                   -
                """);
    }
}
