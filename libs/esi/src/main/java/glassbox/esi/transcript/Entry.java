package glassbox.esi.transcript;

import glassbox.esi.decoding.Token;
import glassbox.esi.field.Field;
import glassbox.esi.field.Role;
import glassbox.esi.run.Stage;

/**
 * A token in its place.
 *
 * @param token what was written
 * @param field it stands in
 * @param role who wrote it
 * @param stage that wrote it
 */
public record Entry(Token token, Field field, Role role, Stage stage) {

  /** Whether it belongs to the draft: drawn in [Compute], or anywhere without a scaffold. */
  public boolean drafted() {
    return !token.forced() && !token.special() && stage == Stage.DRAFT;
  }
}
