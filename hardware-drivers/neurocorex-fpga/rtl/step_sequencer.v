// Carries the core from one step to the next: each neuron in the order of its index, then learning.
//
// For a neuron both matrices sum what arrived along its row, at once; then its state is updated, and
// whether it spiked goes out as a bit. A step costs some 5 clocks a neuron, and one for each spike
// that arrives at it; learning costs 96 clocks for each spike. With everything spiking in every step
// that's 37,000 clocks, well within the 96,000 of a published step.
`default_nettype none

module step_sequencer #(
    parameter NEURONS = 90
) (
    input  wire       clock,
    input  wire       reset,
    input  wire       start,
    output wire       done,
    output reg  [6:0] neuron,
    output wire       load,       // first clock of a neuron: its state and threshold are being read
    output wire       load_more,  // second clock: its refractory period is being read
    output wire       deliver,    // starts both sums
    input  wire       delivered,
    output wire       store,      // new state and spike bit are taken
    input  wire       bit_ready,
    output wire       learn,      // starts learning in both matrices
    input  wire       learned,
    output wire       finish      // last clock of a step: lists change roles
);
  localparam [3:0] REST = 4'd0, LOAD = 4'd1, LOAD_MORE = 4'd2, SUM = 4'd3,
      UPDATE = 4'd5, STORE = 4'd6, LEARN = 4'd7, LEARNING = 4'd8, FINISH = 4'd9;
  localparam [6:0] LAST = NEURONS[6:0] - 7'd1;

  reg [3:0] phase;

  assign done = phase == REST;
  assign load = phase == LOAD;
  assign load_more = phase == LOAD_MORE;
  assign deliver = phase == LOAD;
  assign store = phase == STORE && bit_ready;
  assign learn = phase == LEARN;
  assign finish = phase == FINISH;

  always @(posedge clock) begin
    if (reset) begin
      phase  <= REST;
      neuron <= 7'd0;
    end else begin
      case (phase)
        REST: begin
          neuron <= 7'd0;
          if (start) phase <= LOAD;
        end
        LOAD: phase <= LOAD_MORE;
        LOAD_MORE: phase <= SUM;
        SUM: if (delivered) phase <= UPDATE;
        UPDATE: phase <= STORE;
        STORE:
        if (bit_ready) begin
          neuron <= neuron + 7'd1;
          phase  <= neuron == LAST ? LEARN : LOAD;
        end
        LEARN: phase <= LEARNING;
        LEARNING: if (learned) phase <= FINISH;
        default: phase <= REST;
      endcase
    end
  end
endmodule

`default_nettype wire
