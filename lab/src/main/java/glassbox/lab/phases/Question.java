package glassbox.lab.phases;

import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One question of a measurement.
 *
 * @param id unique and stable: the same command asks the same
 * @param task with its reference
 * @param prompt as it is sent
 * @param attack name of the attack in it; empty for none
 */
record Question(String id, Instance task, String prompt, String attack) {

  /** Held-out tasks of the domains, as many of each as there are up to {@code perDomain}. */
  static List<Question> heldOut(World world, List<Domain> domains, int perDomain, long seed) {
    List<Question> questions = new ArrayList<>();
    for (Domain domain : domains) {
      int number = 0;
      for (Instance task : world.source().distinct(domain, Split.TEST, perDomain, seed)) {
        String id = String.format(Locale.ROOT, "%s-%03d", domain.id(), number++);
        questions.add(new Question(id, task, task.prompt().text(), ""));
      }
    }
    return questions;
  }

  /** The same tasks, each with one attack in turn. */
  static List<Question> attacked(List<Question> questions) {
    List<Question> attacked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question plain = questions.get(i);
      Attack attack = Attack.ALL.get(i % Attack.ALL.size());
      attacked.add(
          new Question(
              plain.id() + "/" + attack.name().replace(' ', '-'),
              plain.task(),
              attack.on(plain.prompt()),
              attack.name()));
    }
    return attacked;
  }
}
