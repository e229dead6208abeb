package glassbox.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.lang.reflect.Method;
import java.util.List;
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
  void everyHandlerDeclaresItsScope() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    int handlers = 0;
    for (var bean : scanner.findCandidateComponents("glassbox.gateway")) {
      for (Method method : Class.forName(bean.getBeanClassName()).getDeclaredMethods()) {
        if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
          handlers++;
          assertThat(method.getAnnotation(Requires.class)).as(method.toString()).isNotNull();
        }
      }
    }
    assertThat(handlers).isEqualTo(14);
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
