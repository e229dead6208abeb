package glassbox.audit.world;

import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.tool.SqlQuery;
import glassbox.contracts.tool.SqlResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tools of runs ask of the world's tables. */
@RestController
@RequestMapping(path = "/v1/tools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tools", description = "Queries of runs' tools over the world's tables")
class ToolsController {
  private static final Logger LOG = LoggerFactory.getLogger(ToolsController.class);
  private static final SqlResult NO_TABLES = new SqlResult("there are no tables", true);

  private final ObjectProvider<WorldTables> tables;

  ToolsController(ObjectProvider<WorldTables> tables) {
    this.tables = tables;
  }

  @PostMapping(path = "/sql", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "queryWorld",
      summary = "Run one SELECT over the world's tables",
      description =
          "In a read-only transaction of a role that can read them alone, under a time limit. What"
              + " cannot be run comes back as failed, with why.")
  SqlResult sql(@RequestBody SqlQuery query) {
    WorldTables world = tables.getIfAvailable();
    return world == null ? NO_TABLES : world.query(query.query());
  }

  @GetMapping("/roads")
  @Operation(operationId = "readRoads", summary = "Read the world's roads; none without tables")
  RoadMap roads() {
    WorldTables world = tables.getIfAvailable();
    if (world == null) {
      return new RoadMap(List.of());
    }
    try {
      return world.roads();
    } catch (SQLException e) {
      LOG.warn("the world's roads cannot be read: {}", e.getSQLState());
      return new RoadMap(List.of());
    }
  }
}
