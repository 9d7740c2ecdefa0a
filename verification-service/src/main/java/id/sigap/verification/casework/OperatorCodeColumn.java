package id.sigap.verification.casework;

import id.sigap.events.OperatorCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** An {@link OperatorCode} as text. */
@Converter(autoApply = true)
public class OperatorCodeColumn implements AttributeConverter<OperatorCode, String> {

    @Override
    public String convertToDatabaseColumn(OperatorCode operator) {
        return operator == null ? null : operator.value();
    }

    @Override
    public OperatorCode convertToEntityAttribute(String column) {
        return column == null ? null : new OperatorCode(column);
    }
}
