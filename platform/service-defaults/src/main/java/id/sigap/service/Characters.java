package id.sigap.service;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import id.sigap.text.TypedText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** How long a text may be, counted as JSON Schema's maxLength and people do: {@code @Size} counts an emoji twice. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = Characters.Count.class)
public @interface Characters {

    int max();

    String message() default "{id.sigap.service.Characters.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    class Count implements ConstraintValidator<Characters, String> {

        private int max;

        @Override
        public void initialize(Characters limit) {
            max = limit.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || TypedText.length(text) <= max;
        }
    }
}
