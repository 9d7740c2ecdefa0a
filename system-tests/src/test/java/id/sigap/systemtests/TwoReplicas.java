package id.sigap.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests of this class, and of those in it, want every service twice, in the production profile. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface TwoReplicas {}
