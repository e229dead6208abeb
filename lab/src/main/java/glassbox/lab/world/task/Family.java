package glassbox.lab.world.task;

import glassbox.lab.world.facts.Domain;
import java.util.function.Function;

/**
 * Tasks of one form.
 *
 * @param name unique
 * @param domain the field
 * @param style how its answer comes about
 * @param twin whether the same prompts are also answered in a sentence, from memory or context
 * @param maker draws a task
 */
record Family(String name, Domain domain, Style style, boolean twin, Function<Draw, Work> maker) {

  static Family worked(Domain domain, String name, Function<Draw, Work> maker) {
    return new Family(domain.id() + "." + name, domain, Style.WORKED, false, maker);
  }

  static Family direct(Domain domain, String name, Function<Draw, Work> maker) {
    return new Family(domain.id() + "." + name, domain, Style.DIRECT, true, maker);
  }

  static Family inContext(Domain domain, String name, Function<Draw, Work> maker) {
    return new Family(domain.id() + "." + name, domain, Style.IN_CONTEXT, true, maker);
  }

  static Family workedTwin(Domain domain, String name, Function<Draw, Work> maker) {
    return new Family(domain.id() + "." + name, domain, Style.WORKED, true, maker);
  }

  Instance draw(Draw draw) {
    return new Instance(this, maker.apply(draw));
  }
}
