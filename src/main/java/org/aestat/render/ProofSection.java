package org.aestat.render;

import org.aestat.result.ProofResult;
import org.aestat.result.ProofResult.Case;
import org.aestat.result.ProofResult.ThresholdProof;

/** What a gate did with made-up sessions, in a table and sentences. */
final class ProofSection {

    private final Page page;

    ProofSection(Page page) {
        this.page = page;
    }

    void write(ProofResult result) {
        page.heading("Proof of the safety gate: " + page.name(result.policy().file()));
        page.paragraph("The gate was run on made-up sessions, each of another patient, of which it is known without it"
                + " what the verdict has to be.");
        TextTable table = new TextTable()
                .text("Case")
                .number("Sessions")
                .number("Counted")
                .text("Expected")
                .text("Verdict")
                .text("");
        for (ThresholdProof proof : result.proof()) {
            table.group(proof.threshold());
            proof.cases().forEach(sample -> row(table, sample));
        }
        page.table(table);
        result.proof().forEach(this::remarks);
        boolean nothing =
                result.proof().stream().allMatch(proof -> proof.cases().isEmpty());
        if (!nothing && result.proof().stream().noneMatch(ThresholdProof::canFail)) {
            page.paragraph("No data break this gate: whatever happens, the build goes on.");
        }
        if (result.exit().code() != 0) {
            page.paragraph("Exit " + result.exit().code() + ": do not trust this gate before that is mended.");
        } else {
            page.paragraph(
                    nothing
                            ? "Exit 0: nothing was proved."
                            : "Exit 0: what was proved holds, breaks and stays open where it should.");
        }
    }

    private static void row(TextTable table, Case sample) {
        table.row(
                "  " + sample.name(),
                Quantity.count(sample.sessions()),
                Quantity.count(sample.events()),
                sample.expected().label(),
                sample.verdict().label(),
                sample.holds() ? "ok" : "WRONG");
    }

    private void remarks(ThresholdProof proof) {
        if (!proof.holds()) {
            remark(proof, "not every verdict is the one expected. This is a defect in aestat; please report it.");
        }
        String notProved = proof.notProved();
        if (notProved != null) {
            remark(proof, (proof.cases().isEmpty() ? "not proved: " : "not proved in full: ") + notProved + ".");
        } else if (!proof.canPass()) {
            remark(proof, "CANNOT HOLD: no data keep it.");
        }
        if (proof.cases().isEmpty()) {
            return;
        }
        if (!proof.canFail() && proof.severity().equals("warning")) {
            remark(proof, "warns only; a breach does not fail the gate.");
        } else if (!proof.canFail() && notProved == null) {
            remark(proof, "CANNOT FAIL: no data break it.");
        }
        if (!proof.failsWithoutData()) {
            remark(proof, "does not fail where nothing is assessed, as its 'inconclusive' says.");
        }
    }

    private void remark(ThresholdProof proof, String text) {
        page.paragraph(page.name(proof.threshold()) + ": " + text);
    }
}
