package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.aestat.result.CheckResult;
import org.aestat.result.ProofResult;
import org.aestat.result.ProofResult.Case;
import org.aestat.result.ProofResult.ThresholdProof;
import org.aestat.result.ThresholdResult.Verdict;
import org.junit.jupiter.api.Test;

class ProofSectionTest {

    @Test
    void aVerdictThatIsNotTheExpectedOneIsPointedOut() throws IOException {
        Case wrong = new Case("just breaks", 818, 3, Verdict.BREACH, Verdict.PASS);
        ProofResult result = new ProofResult(
                "1",
                new CheckResult.Policy("p.toml", "0"),
                List.of(new ThresholdProof("T", "error", List.of(wrong), true, false, true, null)),
                new CheckResult.Exit(4, List.of(4)));
        StringWriter out = new StringWriter();

        ProofRenderer.text(true).render(result, out);

        assertThat(out.toString())
                .contains("    just breaks       818        3  breach    pass     WRONG\n")
                .contains("T: not every verdict is the one expected. This is a defect in aestat; please report it.\n")
                .endsWith("Exit 4: do not trust this gate before that is mended.\n");
    }
}
