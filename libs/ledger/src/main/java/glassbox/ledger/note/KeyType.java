package glassbox.ledger.note;

/** Signature types of the specification that this ledger makes and checks. */
public enum KeyType {
  /** Ed25519 over the note's text. */
  ED25519(0x01),
  /** Timestamped Ed25519 cosignature of a witness (c2sp.org/tlog-cosignature). */
  COSIGNATURE(0x04);

  private final byte code;

  KeyType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static KeyType of(byte code) {
    for (KeyType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedNoteException("a key of an unknown type");
  }
}
