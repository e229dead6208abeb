package glassbox.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to a gateway handler only with a key that has the handler's scope, or if
 * the handler is {@link Open}.
 */
final class AccessInterceptor implements HandlerInterceptor {
  static final String CALLER = Caller.class.getName();
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  AccessInterceptor(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && isOurs(method)
        && !method.hasMethodAnnotation(Open.class)) {
      request.setAttribute(CALLER, authorize(request, response, method));
      Reader.check(request);
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("glassbox.gateway");
  }

  private Caller authorize(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires == null) {
      throw new IllegalStateException("no scope is declared for " + method);
    }
    Optional<Caller> known = presented(request).flatMap(keys::find);
    if (known.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"glassbox\"");
      throw new Unauthenticated();
    }
    Caller caller = known.get();
    if (!caller.scopes().contains(requires.value())) {
      throw new ScopeMissing(requires.value());
    }
    return caller;
  }

  private static Optional<String> presented(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? Optional.of(authorization.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    return Optional.ofNullable(request.getHeader("X-API-Key"));
  }
}
