package org.aestat.render;

import java.io.IOException;
import org.aestat.result.ProofResult;
import org.aestat.result.ProofResult.ThresholdProof;

/** The fields of a proof. */
final class ProofJson {

    private final JsonFields json;

    ProofJson(JsonFields json) {
        this.json = json;
    }

    void write(ProofResult result) throws IOException {
        json.object("policy", result.policy(), policy -> {
            json.text("file", policy.file());
            json.text("sha256", policy.sha256());
        });
        json.array("proof", result.proof(), this::threshold);
        json.object("exit", result.exit(), exit -> {
            json.count("code", (long) exit.code());
            json.counts("applies", exit.applies());
        });
    }

    private void threshold(ThresholdProof proof) throws IOException {
        json.text("threshold", proof.threshold());
        json.text("severity", proof.severity());
        json.array("cases", proof.cases(), sample -> {
            json.text("case", sample.name());
            json.count("sessions", sample.sessions());
            json.count("events", sample.events());
            json.text("expected", sample.expected().label());
            json.text("verdict", sample.verdict().label());
            json.flag("holds", sample.holds());
        });
        json.flag("canPass", proof.canPass());
        json.flag("canFail", proof.canFail());
        json.flag("failsWithoutData", proof.failsWithoutData());
        json.text("notProved", proof.notProved());
    }
}
