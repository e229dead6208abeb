package glassbox.ledger.checkpoint;

import glassbox.ledger.note.Base64Text;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.NoteSignature;
import glassbox.ledger.note.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of which witnesses must have cosigned a checkpoint.
 *
 * @param required k: from 0 to the number of witnesses
 * @param witnesses n keys of type COSIGNATURE, no key under two names
 */
public record WitnessPolicy(int required, List<VerifierKey> witnesses) {
  /** No witness is asked for. */
  public static final WitnessPolicy NONE = new WitnessPolicy(0, List.of());

  /** Throws IllegalArgumentException outside those bounds. */
  public WitnessPolicy {
    witnesses = List.copyOf(witnesses);
    if (required < 0 || required > witnesses.size()) {
      throw new IllegalArgumentException("asks for more witnesses than there are");
    }
    if (witnesses.stream().anyMatch(key -> key.type() != KeyType.COSIGNATURE)) {
      throw new IllegalArgumentException("a witness has a key of the cosignature type");
    }
    long keys = witnesses.stream().map(key -> Base64Text.encode(key.bytes())).distinct().count();
    if (keys < witnesses.size()) {
      throw new IllegalArgumentException("one key is not two witnesses");
    }
  }

  /**
   * The witnesses' cosignatures, one a witness: the latest.
   *
   * @throws UntrustedCheckpointException if they are too few, or a line of a known witness is false
   */
  List<Cosignature> check(Note note) {
    Map<VerifierKey, Cosignature> found = new LinkedHashMap<>();
    for (VerifierKey witness : witnesses) {
      for (NoteSignature line : note.signatures()) {
        if (line.claims(witness)) {
          found.merge(witness, cosignature(witness, note, line), WitnessPolicy::later);
        }
      }
    }
    if (found.size() < required) {
      throw new UntrustedCheckpointException(
          "cosigned by " + found.size() + " known witnesses of " + required + " required");
    }
    return List.copyOf(found.values());
  }

  private static Cosignature cosignature(VerifierKey witness, Note note, NoteSignature line) {
    return Cosignature.verify(witness, note.text(), line.signature())
        .orElseThrow(
            () -> new UntrustedCheckpointException("a false cosignature of a known witness"));
  }

  private static Cosignature later(Cosignature a, Cosignature b) {
    return a.time().isBefore(b.time()) ? b : a;
  }
}
