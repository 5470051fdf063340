package dev.glia.api.crossbar;

/**
 * What an array is.
 *
 * @param device its name, for people and for the record
 * @param simulated whether it's a model, whose noise can be repeated
 * @param inputs rows
 * @param outputs differential pairs of columns
 * @param readVolts voltage of an input that is on; of the highest code
 * @param inputBits of an input's code; 1 where inputs are only on or off
 * @param adcBits resolution of a column's current; 0 for a converter without steps
 * @param fullScaleAmperes largest current of a column that the converter tells apart
 * @param programmableSiemens largest conductance that {@code program} takes
 */
public record CrossbarInfo(
    String device,
    boolean simulated,
    int inputs,
    int outputs,
    double readVolts,
    int inputBits,
    int adcBits,
    double fullScaleAmperes,
    double programmableSiemens) {}
