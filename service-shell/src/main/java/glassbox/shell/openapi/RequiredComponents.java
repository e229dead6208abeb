package glassbox.shell.openapi;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Marks the record components as required that the JSON rules require. */
final class RequiredComponents extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    Class<?> owner = member.getDeclaringClass();
    if (!owner.isRecord() || !owner.getPackage().isAnnotationPresent(NullMarked.class)) {
      return null;
    }
    return Arrays.stream(owner.getRecordComponents())
        .filter(component -> component.getName().equals(member.getName()))
        .findFirst()
        .map(component -> required(component.getAccessor()))
        .orElse(null);
  }

  private static boolean required(Method accessor) {
    Class<?> type = accessor.getReturnType();
    return !Collection.class.isAssignableFrom(type)
        && !Map.class.isAssignableFrom(type)
        && !accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
  }
}
