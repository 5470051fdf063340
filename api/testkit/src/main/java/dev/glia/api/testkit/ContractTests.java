package dev.glia.api.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The tests of a contract, run on an object that was made for one of many models. */
final class ContractTests {
  private ContractTests() {}

  static DynamicContainer of(String name, Object contract, Class<?> declaring, DynamicTest more) {
    List<DynamicTest> tests = new ArrayList<>(List.of(more));
    Stream.of(declaring.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(
            method ->
                tests.add(
                    DynamicTest.dynamicTest(method.getName(), () -> invoke(method, contract))));
    return DynamicContainer.dynamicContainer(name, tests);
  }

  private static void invoke(Method method, Object contract) throws Throwable {
    method.setAccessible(true);
    try {
      method.invoke(contract);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
