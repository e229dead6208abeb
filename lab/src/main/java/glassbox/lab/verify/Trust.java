package glassbox.lab.verify;

import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.MalformedCheckpointException;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.note.VerifierKey;
import java.util.List;

/** The keys that the verifier believes: the only thing it takes on trust. */
public final class Trust {
  private static final String WITNESS = "witness ";

  private Trust() {}

  /**
   * Reads keys. Lines: verifier keys of the log, either one {@code name+id+base64} or the list
   * {@code from until name+id+base64} (docs/formats/log-v1.md); {@code witness name+id+base64};
   * comments after {@code #}; empty lines.
   *
   * @param cosignatures how many of the witnesses must have cosigned
   * @throws IllegalArgumentException if the text has no log key, or a line is none of these
   */
  public static CheckpointVerifier read(String text, int cosignatures) {
    List<String> lines =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    List<String> log = lines.stream().filter(line -> !line.startsWith(WITNESS)).toList();
    try {
      List<VerifierKey> witnesses =
          lines.stream()
              .filter(line -> line.startsWith(WITNESS))
              .map(line -> VerifierKey.parse(line.substring(WITNESS.length()).strip()))
              .toList();
      LogKeys keys = keys(log);
      return new CheckpointVerifier(
          keys.current().name(), keys, new WitnessPolicy(cosignatures, witnesses));
    } catch (MalformedNoteException | MalformedCheckpointException e) {
      throw new IllegalArgumentException("the keys cannot be read: " + e.getMessage(), e);
    }
  }

  private static LogKeys keys(List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("there is no key of the log");
    }
    if (lines.size() == 1 && !lines.getFirst().contains(" ")) {
      return LogKeys.of(VerifierKey.parse(lines.getFirst()));
    }
    return LogKeys.parse(String.join("\n", lines) + "\n");
  }
}
