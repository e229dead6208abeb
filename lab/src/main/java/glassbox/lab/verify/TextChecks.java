package glassbox.lab.verify;

import glassbox.ledger.bundle.BundledText;
import glassbox.ledger.run.ContentCommitment;
import java.util.Optional;

/** Whether a run's text is the one that its record commits to. */
final class TextChecks {
  private TextChecks() {}

  static CheckResult check(Envelope envelope, Optional<BundledText> given) {
    if (given.isEmpty()) {
      return CheckResult.notChecked(
          Check.TEXT, "the text was not kept, was erased, or was not given; only its hash is here");
    }
    BundledText text = given.get();
    String hash =
        ContentCommitment.of(
            text.salt(),
            envelope.runId(),
            text.system(),
            text.context(),
            text.prompt(),
            text.answer());
    return hash.equals(envelope.contentHash())
        ? CheckResult.held(Check.TEXT, "prompt and answer have the recorded hash %s", hash)
        : CheckResult.wrong(
            Check.TEXT,
            "prompt and answer have the hash %s, the record says %s",
            hash,
            envelope.contentHash());
  }
}
