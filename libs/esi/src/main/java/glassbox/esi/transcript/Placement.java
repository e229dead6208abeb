package glassbox.esi.transcript;

import glassbox.esi.decoding.Marks;
import glassbox.esi.decoding.Token;
import glassbox.esi.field.Field;
import glassbox.esi.field.Role;
import glassbox.esi.run.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens their place one after another. Only a marker that the server forced begins a field;
 * a marker's string in drawn or forced text begins none.
 */
public final class Placement {

  private final Stage stage;
  private @Nullable Field field;
  private boolean calling;

  private Placement(Stage stage, @Nullable Field field, boolean calling) {
    this.stage = stage;
    this.field = field;
    this.calling = calling;
  }

  /** Goes on behind a transcript. */
  public static Placement behind(Transcript transcript, Stage stage) {
    if (transcript.entries().isEmpty()) {
      return new Placement(stage, null, false);
    }
    Entry last = transcript.entries().getLast();
    return new Placement(stage, last.field(), last.role() == Role.CALL);
  }

  /** The place of the next token. Without any field yet it is the answer's, unmarked. */
  public Entry next(Token token) {
    if (token.forced()) {
      return forced(token);
    }
    calling |= token.is(Marks.CALL);
    return new Entry(token, here(), calling ? Role.CALL : Role.TEXT, stage);
  }

  private Entry forced(Token token) {
    calling = false;
    @Nullable Field begun = token.special() ? Field.of(token.text()).orElse(null) : null;
    if (begun == null) {
      return new Entry(token, here(), Role.RESULT, stage);
    }
    field = begun;
    return new Entry(token, begun, Role.MARKER, stage);
  }

  private Field here() {
    return field == null ? Field.ANSWER : field;
  }
}
