package glassbox.gateway.esi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.verdict.Material;
import glassbox.contracts.verdict.PlanTask;
import glassbox.esi.config.ToolRules;
import glassbox.esi.tool.Calculator;
import glassbox.esi.tool.Converter;
import glassbox.esi.tool.JavaTool;
import glassbox.esi.tool.QuoteTool;
import glassbox.esi.tool.RouteGraph;
import glassbox.esi.tool.RouteTool;
import glassbox.esi.tool.Simulator;
import glassbox.esi.tool.Tool;
import glassbox.esi.tool.ToolBox;
import glassbox.esi.tool.ToolException;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a run's tools together. Those that need a service fail with it, one call at a time. */
@Component
public final class Toolboxes {
  private static final Duration MAP_FOR = Duration.ofMinutes(1);

  /** Names of the tools that there are. */
  public static final Set<String> NAMES =
      Set.of("calculator", "convert", "sql", "route", "simulate", "java", "quote");

  private final Audit audit;
  private final Critics critics;
  private final Cache<String, RouteGraph> maps =
      Caffeine.newBuilder().expireAfterWrite(MAP_FOR).maximumSize(1).build();

  Toolboxes(Audit audit, Critics critics) {
    this.audit = audit;
    this.critics = critics;
  }

  ToolBox of(EsiOrder order, ToolRules rules) {
    Material material = order.choice().material();
    @Nullable PlanTask plan = material.plan();
    List<Tool> all = new ArrayList<>();
    all.add(new Calculator());
    all.add(new Converter(rules.units()));
    all.add(new RemoteSqlTool(audit));
    all.add(new RouteTool(() -> graph(plan)));
    all.add(new Simulator(() -> graph(plan)));
    all.add(new JavaTool(new RemoteSnippetRunner(critics)));
    all.add(new QuoteTool(documents(order, material)));
    @Nullable List<String> chosen = order.choice().tools();
    return new ToolBox(
        all.stream().filter(tool -> chosen == null || chosen.contains(tool.name())).toList());
  }

  private static List<QuoteTool.Document> documents(EsiOrder order, Material material) {
    return Stream.concat(
            material.documents().stream().map(d -> new QuoteTool.Document(d.id(), d.text())),
            Stream.ofNullable(order.question().context())
                .map(context -> new QuoteTool.Document("context", context)))
        .toList();
  }

  /** The map that the caller gave, else the world's. */
  private RouteGraph graph(@Nullable PlanTask plan) {
    if (plan != null) {
      return new RouteGraph(
          plan.roads().stream()
              .filter(road -> !road.closed())
              .map(r -> new RouteGraph.Road(r.from(), r.to(), (int) Math.ceil(r.km())))
              .toList());
    }
    try {
      return Objects.requireNonNull(maps.get("", _ -> world(audit.roads())));
    } catch (DownstreamUnavailable | DownstreamRefused e) {
      throw new ToolException("the map cannot be read");
    }
  }

  private static RouteGraph world(RoadMap map) {
    return new RouteGraph(
        map.roads().stream().map(r -> new RouteGraph.Road(r.start(), r.stop(), r.km())).toList());
  }
}
