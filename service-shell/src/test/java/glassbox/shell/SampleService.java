package glassbox.shell;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as it can be, for the shell's own tests. */
@SpringBootApplication
class SampleService {

  private static final ProblemType OUT_OF_PAPER =
      new ProblemType("out-of-paper", HttpStatus.CONFLICT, "Out of paper");

  /** A request body. */
  record Order(
      String paperSize, @Positive int pageCount, @Nullable Double inkLevel, List<String> notes) {
    Order {
      notes = List.copyOf(notes);
    }
  }

  /** A domain exception. */
  static final class OutOfPaper extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Bean
  ProblemMapping outOfPaper() {
    return ProblemMapping.of(OutOfPaper.class, _ -> OUT_OF_PAPER.because("Put paper in."));
  }

  @RestController
  static class Printer {
    @PostMapping("/v1/orders")
    Order order(@Valid @RequestBody Order order) {
      return order;
    }

    @GetMapping("/v1/orders")
    List<String> list(@RequestParam @Max(10) int pageLimit) {
      return List.of("" + pageLimit);
    }

    @PutMapping("/v1/orders")
    @ApiResponse(responseCode = "201", description = "New")
    @ApiResponse(responseCode = "200", description = "There already")
    ResponseEntity<Order> replace(@Valid @RequestBody Order order) {
      return ResponseEntity.ok(order);
    }

    @GetMapping("/v1/paper")
    String paper() {
      throw new OutOfPaper();
    }

    @GetMapping("/v1/broken")
    String broken() {
      throw new IllegalStateException("secret prompt text");
    }
  }
}
