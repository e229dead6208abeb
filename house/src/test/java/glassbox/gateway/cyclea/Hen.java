package glassbox.gateway.cyclea;

import glassbox.gateway.cycleb.Egg;
import org.jspecify.annotations.Nullable;

/** Comes from an egg. */
public final class Hen {

  @Nullable Egg from;
}
