package glassbox.critics.sandbox.child;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what compiled classes refer to, from their constant pools: whatever a class names it can
 * only name there.
 */
final class References {
  private static final Pattern TYPE = Pattern.compile("L([^;<]+)[;<]");
  private final Set<String> own;
  private final Set<String> refused = new LinkedHashSet<>();

  private References(Set<String> own) {
    this.own = own;
  }

  /** What the classes name and may not, in the form of sources; empty if nothing. */
  static Set<String> refused(Collection<byte[]> classes) {
    Set<String> own =
        classes.stream()
            .map(bytes -> ClassFile.of().parse(bytes).thisClass().asInternalName())
            .collect(Collectors.toSet());
    References references = new References(own);
    classes.forEach(bytes -> references.read(ClassFile.of().parse(bytes)));
    return references.refused;
  }

  private void read(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> type(type.asInternalName());
        case MemberRefEntry member ->
            member(member.owner().asInternalName(), member.name().stringValue());
        case NameAndTypeEntry signature -> types(signature.type().stringValue());
        case MethodTypeEntry signature -> types(signature.descriptor().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(field -> types(field.fieldType().stringValue()));
    model.methods().forEach(method -> types(method.methodType().stringValue()));
  }

  private void types(String descriptor) {
    Matcher type = TYPE.matcher(descriptor);
    while (type.find()) {
      type(type.group(1));
    }
  }

  private void type(String name) {
    if (name.startsWith("[")) {
      types(name);
    } else if (!own.contains(name) && !Whitelist.type(name)) {
      refused.add(name.replace('/', '.').replace('$', '.'));
    }
  }

  private void member(String owner, String name) {
    boolean array = owner.startsWith("[");
    if (!array && !own.contains(owner) && Whitelist.type(owner) && !Whitelist.member(owner, name)) {
      refused.add(owner.replace('/', '.').replace('$', '.') + "." + name);
    }
  }
}
