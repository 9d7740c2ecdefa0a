package id.sigap.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door for files: what it takes may be as large as the server lets through ({@code quarkus.http.limits.max-body-size}). It reads the body as a
 * stream, and says itself what is too large for it. Every other door takes {@link BodyConfig#largest}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesFiles {}
