package id.sigap.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** The walls that stand in every service alike. */
public interface SharedWalls {

    /** The service's own classes, without its tests. */
    JavaClasses service();

    /** {@code TypedText} knows what nobody sees, and what a word processor makes of a blank. */
    @Test
    default void whatIsBlank_isAskedOfOneHelper() {
        noClasses()
                .should()
                .callMethod(String.class, "isBlank")
                .orShould()
                .callMethod(String.class, "trim")
                .check(service());
    }

    @Test
    default void json_isReadByTheOneStrictReader() {
        noClasses().should().callConstructor(ObjectMapper.class).check(service());
    }
}
