package glassbox.gateway.cycleb;

import glassbox.gateway.cyclea.Hen;
import org.jspecify.annotations.Nullable;

/** Comes from a hen. */
public final class Egg {

  @Nullable Hen from;
}
