package glassbox.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text and its signature lines. Reading checks the form only: see {@link #verify}.
 *
 * @param text ends with a newline, has no other control characters
 * @param signatures 1 to 100 lines
 */
public record Note(String text, List<NoteSignature> signatures) {
  /** Largest note that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  /** Most signature lines that are read; the specification asks for 16 at least. */
  public static final int MAX_SIGNATURES = 100;

  /** Throws MalformedNoteException if text or signatures are not of that form. */
  public Note {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.codePoints().anyMatch(Note::forbidden)) {
      throw new MalformedNoteException(
          "the text must end in a newline, its only control character");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new MalformedNoteException("a note has 1 to " + MAX_SIGNATURES + " signatures");
    }
  }

  /** Signs a text with one key; more lines come by {@link #with}. */
  public static Note sign(String text, SignerKey key) {
    return new Note(text, List.of(key.signNote(text)));
  }

  /**
   * Reads a note, strictly: valid UTF-8, no control characters, one spelling.
   *
   * @throws MalformedNoteException if it is anything else, or over the limits
   */
  public static Note parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedNoteException("a note over " + MAX_BYTES + " bytes");
    }
    String all = utf8(bytes);
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || !all.endsWith("\n")) {
      throw new MalformedNoteException("a note is a text, a blank line and signature lines");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (int at = blank + 2; at < all.length(); ) {
      int end = all.indexOf('\n', at);
      if (signatures.size() == MAX_SIGNATURES) {
        throw new MalformedNoteException("a note has 1 to " + MAX_SIGNATURES + " signatures");
      }
      signatures.add(NoteSignature.parse(all.substring(at, end)));
      at = end + 1;
    }
    return new Note(all.substring(0, blank + 1), signatures);
  }

  /** The note as it is stored and served. */
  public byte[] bytes() {
    String lines = signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    return (text + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  /** The same note with one line more. */
  public Note with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new Note(text, more);
  }

  /**
   * The known keys that signed this text: at least one. Lines of unknown keys are ignored.
   *
   * @throws UnverifiedNoteException if none did, or a line of a known key is false
   */
  public Set<NoteVerifier> verify(Collection<? extends NoteVerifier> known) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    Set<NoteVerifier> signers = new LinkedHashSet<>();
    for (NoteSignature line : signatures) {
      for (NoteVerifier key : known) {
        if (line.claims(key)) {
          if (!key.verify(signed, line.signature())) {
            throw new UnverifiedNoteException("a false signature under a known key");
          }
          signers.add(key);
        }
      }
    }
    if (signers.isEmpty()) {
      throw new UnverifiedNoteException("no signature by a known key");
    }
    return signers;
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedNoteException("a note must be UTF-8");
    }
  }

  private static boolean forbidden(int c) {
    return (c < 0x20 && c != '\n')
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
