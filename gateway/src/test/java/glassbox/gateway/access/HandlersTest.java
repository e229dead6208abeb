package glassbox.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

/** No handler of the gateway is open by oversight. */
class HandlersTest {

  static class Broken {
    void open() {}
  }

  @Test
  void everyHandlerDeclaresItsScopeOrThatItIsOpen() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    int handlers = 0;
    int open = 0;
    for (var bean : scanner.findCandidateComponents("glassbox.gateway")) {
      for (Method method : Class.forName(bean.getBeanClassName()).getDeclaredMethods()) {
        if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
          handlers++;
          assertThat(List.of(method.getAnnotations()))
              .as(method.toString())
              .haveExactly(1, new Condition<>(HandlersTest::isAccess, "a scope, or openness"));
          open += method.isAnnotationPresent(Open.class) ? 1 : 0;
        }
      }
    }
    assertThat(handlers).isGreaterThan(30);
    assertThat(open).as("checkpoint, tile, cosignature").isEqualTo(3);
  }

  private static boolean isAccess(Annotation annotation) {
    return annotation instanceof Requires || annotation instanceof Open;
  }

  @Test
  void aHandlerWithoutAScopeRefusesEverybody() throws NoSuchMethodException {
    AccessInterceptor interceptor = new AccessInterceptor(mock(ApiKeys.class));
    HandlerMethod open = new HandlerMethod(new Broken(), Broken.class.getDeclaredMethod("open"));

    assertThatThrownBy(
            () ->
                interceptor.preHandle(
                    new MockHttpServletRequest(), new MockHttpServletResponse(), open))
        .isInstanceOf(IllegalStateException.class);
    assertThat(List.of(Broken.class.getPackageName())).containsExactly("glassbox.gateway.access");
  }
}
