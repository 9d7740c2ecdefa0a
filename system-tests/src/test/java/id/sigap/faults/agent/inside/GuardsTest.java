package id.sigap.faults.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.faults.agent.BuiltService;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
class GuardsTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"AT_RISK", "BREACHED"})
    void theSweepsOwnSql_losesItsGuards_keepsItsParameters(String statement) throws Exception {
        // Given
        String sql = sweep(statement);
        // When
        String result = Guards.removedFrom(sql);
        // Then
        assertThat(result)
                .contains("greatest(now(), (select min(through)", "(true or not exists (select 1 from set_aside");
        assertThat(result.chars().filter(c -> c == '?'))
                .hasSameSizeAs(sql.chars().filter(c -> c == '?').boxed().toList());
    }

    @Test
    void otherSql_isNotTakenForIt() {
        assertThatThrownBy(() -> Guards.removedFrom("select 1")).hasMessageContaining("no longer fits");
    }

    private static String sweep(String statement) throws Exception {
        URL runner = BuiltService.runner("sla-monitor").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {runner}, ClassLoader.getPlatformClassLoader())) {
            Field field = loader.loadClass("id.sigap.sla.sweep.DueClocks").getDeclaredField(statement);
            field.setAccessible(true);
            return (String) field.get(null);
        }
    }
}
