package glassbox.ledger.note;

/** A known key and how its signatures are checked. */
public interface NoteVerifier {
  /** The key's name as it stands in signature lines. */
  String name();

  /** The key's id as it stands in signature lines. */
  int keyId();

  /** Whether {@code signature} (the bytes after the key id) is this key's over the note's text. */
  boolean verify(byte[] text, byte[] signature);
}
