package glassbox.shell.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Makes JSpecify's word law on the wire: a component of a record in a {@code @NullMarked} package
 * that is not {@code @Nullable} refuses null and absence. Collections are empty instead.
 */
final class NonNullComponents extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter && refusesNull(parameter)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : null;
  }

  private static boolean refusesNull(AnnotatedParameter parameter) {
    Class<?> owner = parameter.getDeclaringClass();
    Class<?> type = parameter.getRawType();
    return owner.isRecord()
        && owner.getPackage().isAnnotationPresent(NullMarked.class)
        && !type.isPrimitive()
        && !Collection.class.isAssignableFrom(type)
        && !Map.class.isAssignableFrom(type)
        && !nullable(parameter);
  }

  private static boolean nullable(AnnotatedParameter parameter) {
    if (!(parameter.getOwner().getAnnotated() instanceof Executable constructor)) {
      return true;
    }
    AnnotatedType[] types = constructor.getAnnotatedParameterTypes();
    int index = parameter.getIndex();
    return index >= types.length || types[index].isAnnotationPresent(Nullable.class);
  }
}
