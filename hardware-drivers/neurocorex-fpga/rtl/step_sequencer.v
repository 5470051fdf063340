// Carries the core from one step to the next, in the order of PROTOCOL.md.
//
// Spikes become lists; weights learn from what arrives; each neuron in the order of its index is
// updated: both matrices sum what arrived along its row, at once, then its state changes, and
// whether it spiked goes out as a bit; windows age. In the published order learning comes after the
// neurons, and from the spikes of this step.
//
// A step costs some 5 clocks a neuron, and one for each spike that arrives at it; learning costs
// 96 clocks for each spike. With everything spiking in every step that's 37,000 clocks, well within
// the 96,000 of a published step.
`default_nettype none

module step_sequencer #(
    parameter NEURONS = 90
) (
    input  wire       clock,
    input  wire       reset,
    input  wire       published_order,
    input  wire       start,
    output wire       done,
    output wire       make_lists, // starts making lists
    input  wire       listed,
    output wire       learn,      // starts learning in both matrices
    output wire       age,        // starts aging of their windows
    input  wire       learned,    // either is done
    output reg  [6:0] neuron,
    output wire       load,       // first clock of a neuron: its state and threshold are being read
    output wire       load_more,  // second clock: its refractory period is being read
    output wire       deliver,    // starts both sums
    input  wire       delivered,
    output wire       store,      // new state and spike bit are taken
    input  wire       bit_ready,
    output wire       take,       // the spikes of this step become those of the last one
    output wire       finish      // last clock of a step
);
  localparam [3:0] REST = 4'd0, LIST = 4'd1, LISTING = 4'd2, LEARN = 4'd3, LEARNING = 4'd4,
      LOAD = 4'd5, LOAD_MORE = 4'd6, SUM = 4'd7, UPDATE = 4'd8, STORE = 4'd9, TAKE = 4'd10,
      AGE = 4'd11, AGING = 4'd12, FINISH = 4'd13;
  localparam [6:0] LAST = NEURONS[6:0] - 7'd1;

  reg [3:0] phase;
  reg updated;  // all neurons are

  assign done = phase == REST;
  assign make_lists = phase == LIST;
  assign learn = phase == LEARN;
  assign age = phase == AGE;
  assign load = phase == LOAD;
  assign load_more = phase == LOAD_MORE;
  assign deliver = phase == LOAD;
  assign store = phase == STORE && bit_ready;
  assign take = phase == TAKE;
  assign finish = phase == FINISH;

  always @(posedge clock) begin
    if (reset) begin
      phase   <= REST;
      neuron  <= 7'd0;
      updated <= 1'b0;
    end else begin
      case (phase)
        REST: begin
          neuron  <= 7'd0;
          updated <= 1'b0;
          if (start) phase <= LIST;
        end
        LIST: phase <= LISTING;
        LISTING: if (listed) phase <= published_order && !updated ? LOAD : LEARN;
        LEARN: phase <= LEARNING;
        LEARNING: if (learned) phase <= updated ? AGE : LOAD;
        LOAD: phase <= LOAD_MORE;
        LOAD_MORE: phase <= SUM;
        SUM: if (delivered) phase <= UPDATE;
        UPDATE: phase <= STORE;
        STORE:
        if (bit_ready) begin
          neuron <= neuron + 7'd1;
          phase  <= neuron == LAST ? TAKE : LOAD;
        end
        TAKE: begin
          updated <= 1'b1;
          phase   <= published_order ? LIST : AGE;
        end
        AGE: phase <= AGING;
        AGING: if (learned) phase <= FINISH;
        default: phase <= REST;
      endcase
    end
  end
endmodule

`default_nettype wire
