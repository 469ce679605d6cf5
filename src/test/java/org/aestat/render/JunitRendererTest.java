package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.aestat.result.CheckResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitRendererTest {

    private static final List<String> SCHEMAS = List.of("surefire-test-report-3.0.xsd", "junit-10.xsd");

    static Stream<CheckResult> results() {
        return Stream.of(SampleChecks.mixed(), SampleChecks.hostile(), SampleChecks.many(12), SampleChecks.holds());
    }

    @Test
    void aCaseAVerdict() throws IOException {
        CheckResult result = SampleChecks.check(
                List.of(
                        SampleChecks.threshold(
                                "Bleeding & more",
                                "rate(bleeding)",
                                3,
                                SampleChecks.pass(SampleChecks.site("North")),
                                SampleChecks.breach(SampleChecks.site("South"), Effect.FAIL),
                                SampleChecks.open(SampleChecks.site(null), Effect.WARN)),
                        SampleChecks.threshold("Fainting", "rate(fainting)", 9, SampleChecks.nothing(Stratum.OVERALL))),
                List.of(),
                4,
                List.of(4, 5));

        assertThat(CheckFormatsTest.render(new JunitRenderer(), result)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="aestat check" tests="4" failures="1" errors="1" skipped="1">
                          <properties>
                            <property name="aestat.version" value="0.1.0"/>
                            <property name="policy" value="safety/policy.toml"/>
                            <property name="policy.sha256" value="00ff"/>
                            <property name="exit.code" value="4"/>
                          </properties>
                          <testcase name="Bleeding &amp; more [site = North]" classname="aestat.check" time="0">
                            <system-out>rate(bleeding) &lt; 0.1 % holds: the upper bound is below the limit.
                        Observed 0 % (0 of 2,995 sessions).
                        Upper bound 0.09998 % (one-sided 95 %).</system-out>
                          </testcase>
                          <testcase name="Bleeding &amp; more [site = South]" classname="aestat.check" time="0">
                            <failure message="Breach of rate(bleeding) &lt; 0.1 %: the lower bound is above the limit." \
                        type="breach">Breach of rate(bleeding) &lt; 0.1 %: the lower bound is above the limit.
                        Observed 0.37 % (3 of 818 sessions, 5 not recorded).
                        Lower bound 0.10004 % (one-sided 97.5 %).</failure>
                          </testcase>
                          <testcase name="Bleeding &amp; more [site = (not recorded)]" classname="aestat.check" time="0">
                            <skipped message="inconclusive, warning: The data cannot decide rate(bleeding) &lt; 0.1 %: \
                        the upper bound is above the limit."/>
                            <system-out>The data cannot decide rate(bleeding) &lt; 0.1 %: the upper bound is above the \
                        limit.
                        Observed 0 % (0 of 640 sessions).
                        Upper bound 0.47 % (one-sided 95 %).
                        2,355 further event-free sessions would show it.</system-out>
                          </testcase>
                          <testcase name="Fainting" classname="aestat.check" time="0">
                            <error message="The data cannot decide rate(fainting) &lt; 0.1 %: no session is assessed." \
                        type="inconclusive">The data cannot decide rate(fainting) &lt; 0.1 %: no session is assessed.
                        Not estimable, not recorded (0 of 0 sessions, 1,190 not recorded).</error>
                          </testcase>
                        </testsuite>
                        """);
    }

    @ParameterizedTest
    @MethodSource("results")
    void theSchemasOfSurefireAndJenkinsHold(CheckResult result) throws Exception {
        String page = CheckFormatsTest.render(new JunitRenderer(), result);

        for (String schema : SCHEMAS) {
            validator(schema).validate(new StreamSource(new StringReader(page)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"surefire-test-report-3.0.xsd", "junit-10.xsd"})
    void theSchemasRefuseWhatIsNoReport(String schema) {
        String page =
                "<testsuite name='a' tests='1' failures='0' errors='0' skipped='0'><testcase time='0'/></testsuite>";

        assertThatThrownBy(() -> validator(schema).validate(new StreamSource(new StringReader(page))))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("name");
    }

    @ParameterizedTest
    @MethodSource("results")
    void theNumbersOfTheSuiteAreThoseOfItsCases(CheckResult result) throws Exception {
        Element suite = parse(CheckFormatsTest.render(new JunitRenderer(), result));

        assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
        assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
        assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
    }

    @Test
    void whatIsReadBackIsWhatWasShown() throws Exception {
        List<GateFinding> findings = GateFindings.of(SampleChecks.mixed());
        NodeList cases = parse(CheckFormatsTest.render(new JunitRenderer(), SampleChecks.mixed()))
                .getElementsByTagName("testcase");

        assertThat(IntStream.range(0, cases.getLength()).mapToObj(i -> (Element) cases.item(i)))
                .extracting(testCase -> testCase.getAttribute("name"), testCase -> testCase.getTextContent()
                        .strip())
                .containsExactlyElementsOf(findings.stream()
                        .map(finding -> tuple(finding.title(), finding.details()))
                        .toList());
    }

    @Test
    void hostileNamesAreReadBackWithMarks() throws Exception {
        Element suite = parse(CheckFormatsTest.render(new JunitRenderer(), SampleChecks.hostile()));
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);

        assertThat(first.getAttribute("name"))
                .startsWith("a|b `c` <script>&amp;\"'</script> ]]> %0A::error::x,y:z # TODO \\ \\# {0} [l](http://x) "
                        + "##[error] ␛[31mred␇ \uFFFDabc\uFFFD ␍␊ok 9 - injected␊::stop-commands::t␉\uFFFD\uFFFD\uFFFD ␀"
                        + "\uFFFD\uFFFD é 🙂 www.x.y");
    }

    @Test
    void namesThatLookTheSameAreNumbered() throws Exception {
        CheckResult result = SampleChecks.check(
                List.of(SampleChecks.threshold(
                        "T",
                        "rate(bleeding)",
                        3,
                        SampleChecks.pass(SampleChecks.site("\u202A")),
                        SampleChecks.pass(SampleChecks.site("\u202E")))),
                List.of(),
                0,
                List.of());
        NodeList cases =
                parse(CheckFormatsTest.render(new JunitRenderer(), result)).getElementsByTagName("testcase");

        assertThat(((Element) cases.item(0)).getAttribute("name")).isEqualTo("T [site = \uFFFD]");
        assertThat(((Element) cases.item(1)).getAttribute("name")).isEqualTo("T [site = \uFFFD] (2)");
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }

    private static Element parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getDocumentElement();
    }

    private static Validator validator(String schema) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        Validator validator = factory.newSchema(JunitRendererTest.class.getResource("/schema/" + schema))
                .newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return validator;
    }
}
