package id.sigap.testing.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that can only run where something is there. Elsewhere it is skipped with the reason, each test counted; an assumption in
 * {@code @BeforeAll} would make the whole class vanish from the count.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ToolCondition.class)
public @interface RequiresTool {

    /**
     * Who knows whether it is there: each of these classes has a method {@code static Optional<String> unavailable()} that tells a person why it
     * isn't and how to get it, and is empty where it is.
     */
    Class<?>[] value();

    /** Whether it can be installed. Where nobody could, as a kernel's loop devices or being root, CI doesn't demand it either. */
    boolean installable() default true;
}
