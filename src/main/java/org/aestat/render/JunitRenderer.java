package org.aestat.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.result.Warning;

/**
 * A gate's decision as a JUnit report, one test case a verdict. What fails the gate is a failure (a breach) or an error
 * (inconclusive); what warns or is left undecided is skipped, with its sentence.
 */
public final class JunitRenderer implements CheckRenderer {

    private static final String SUITE = "aestat check";
    private static final String CLASS_NAME = "aestat.check";

    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Outcome of(GateFinding finding) {
            if (finding.effect() == Effect.FAIL) {
                return finding.verdict() == Verdict.BREACH ? FAILURE : ERROR;
            }
            return finding.verdict() == Verdict.PASS ? PASSED : SKIPPED;
        }
    }

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        StringWriter page = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.write(page.append('\n').toString());
    }

    private static void suite(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        List<GateFinding> findings = GateFindings.of(result);
        line(xml, 0);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", SUITE);
        attribute(xml, "tests", Integer.toString(findings.size()));
        attribute(xml, "failures", count(findings, Outcome.FAILURE));
        attribute(xml, "errors", count(findings, Outcome.ERROR));
        attribute(xml, "skipped", count(findings, Outcome.SKIPPED));
        properties(xml, result);
        Map<String, Integer> uses = new HashMap<>();
        for (GateFinding finding : findings) {
            testCase(xml, finding, uses.merge(finding.title(), 1, Integer::sum));
        }
        line(xml, 0);
        xml.writeEndElement();
    }

    private static String count(List<GateFinding> findings, Outcome outcome) {
        return Long.toString(findings.stream()
                .filter(finding -> Outcome.of(finding) == outcome)
                .count());
    }

    private static void properties(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("properties");
        property(xml, "aestat.version", result.version());
        property(xml, "policy", new PolicyPath(result.policy().file()).text());
        property(xml, "policy.sha256", result.policy().sha256());
        property(xml, "exit.code", Integer.toString(result.exit().code()));
        for (Warning warning : result.warnings()) {
            property(xml, "warning." + warning.code(), warning.message());
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        line(xml, 2);
        xml.writeEmptyElement("property");
        attribute(xml, "name", GateFindings.clean(name));
        attribute(xml, "value", GateFindings.clean(value));
    }

    private static void testCase(XMLStreamWriter xml, GateFinding finding, int use) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testcase");
        attribute(xml, "name", use == 1 ? finding.title() : finding.title() + " (" + use + ")");
        attribute(xml, "classname", CLASS_NAME);
        attribute(xml, "time", "0");
        switch (Outcome.of(finding)) {
            case PASSED -> details(xml, finding, "system-out");
            case FAILURE -> details(xml, finding, "failure");
            case ERROR -> details(xml, finding, "error");
            case SKIPPED -> {
                line(xml, 2);
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", finding.outcome() + ": " + finding.sentence());
                details(xml, finding, "system-out");
            }
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void details(XMLStreamWriter xml, GateFinding finding, String element) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement(element);
        if (finding.effect() == Effect.FAIL) {
            attribute(xml, "message", finding.sentence());
            attribute(xml, "type", finding.verdict().label());
        }
        text(xml, finding.details());
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlCharacters.only(value));
    }

    private static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeCharacters(XmlCharacters.only(text));
    }
}
