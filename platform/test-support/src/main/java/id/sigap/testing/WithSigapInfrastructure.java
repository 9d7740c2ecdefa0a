package id.sigap.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a {@code @QuarkusTest}: the service gets a real broker, its database, a mail server and an identity provider. */
@WithTestResource(value = SigapInfrastructure.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithSigapInfrastructure {

    /** The service's own: {@code ticket}. */
    String database();
}
