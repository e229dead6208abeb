package glassbox.critic.verdict;

import glassbox.contracts.verdict.PlanTask;
import glassbox.critics.Material;
import glassbox.critics.Material.AgentAnswer;
import glassbox.critics.Material.CodeTest;
import glassbox.critics.Material.Document;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Material from the wire. */
final class WireMaterial {
  private WireMaterial() {}

  static Material of(glassbox.contracts.verdict.@Nullable Material material) {
    return material == null
        ? Material.NONE
        : new Material(
            material.documents().stream()
                .map(d -> new Document(d.id(), Optional.ofNullable(d.title()), d.text()))
                .toList(),
            material.tests().stream().map(t -> new CodeTest(t.call(), t.expected())).toList(),
            Optional.ofNullable(material.plan()).map(WireMaterial::plan),
            material.agents().stream()
                .map(a -> new AgentAnswer(a.agent(), a.answer(), a.passed()))
                .toList());
  }

  private static glassbox.critics.plan.PlanTask plan(PlanTask task) {
    return new glassbox.critics.plan.PlanTask(
        task.places(),
        task.roads().stream()
            .map(
                r ->
                    new glassbox.critics.plan.PlanTask.Road(
                        r.from(), r.to(), r.km(), number(r.fastest()), r.oneWay(), r.closed()))
            .toList(),
        Optional.ofNullable(task.start()),
        Optional.ofNullable(task.goal()),
        task.visit(),
        task.avoid(),
        Optional.ofNullable(task.vehicle())
            .map(
                v ->
                    new glassbox.critics.plan.PlanTask.Vehicle(
                        v.speed(), v.energyPerKm(), number(v.energy()))),
        limits(task.limits()));
  }

  private static glassbox.critics.plan.PlanTask.Limits limits(PlanTask.@Nullable Limits limits) {
    return limits == null
        ? glassbox.critics.plan.PlanTask.Limits.NONE
        : new glassbox.critics.plan.PlanTask.Limits(
            number(limits.km()),
            number(limits.hours()),
            number(limits.energy()),
            limits.stops() == null ? OptionalInt.empty() : OptionalInt.of(limits.stops()));
  }

  private static OptionalDouble number(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
