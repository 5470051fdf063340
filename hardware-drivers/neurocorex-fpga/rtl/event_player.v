// Turns the published stream of events into steps: how long to wait before an event, and when to go.
//
// A step is run as soon as the event after it is known, so the last one waits for the end of the
// run. On the board steps keep their distance, STEP_CLOCKS; time stands still where events are late.
`default_nettype none

module event_player #(
    parameter STEP_CLOCKS = 96000
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        multi,
    input  wire        event_valid,  // taken with `ready`
    input  wire [ 7:0] delta,
    input  wire [15:0] address,
    input  wire        end_valid,    // end of the run, taken with `ready`
    output wire        ready,
    output wire        begins,       // first event of a run, one clock
    // To the core.
    input  wire        core_ready,
    output wire        add_input,
    output wire [ 6:0] input_column,
    output wire        step,
    output wire        rest
);
  localparam [1:0] REST = 2'd0, STEPS = 2'd1, ADD = 2'd2, END = 2'd3;
  localparam [16:0] PACE = STEP_CLOCKS[16:0];

  reg [1:0] phase;
  reg running;       // an event of this run was taken
  reg ending;
  reg [8:0] steps;   // to run before the event in hand
  reg [15:0] column;
  reg started;       // a step was started, the core may not show it yet
  reg [16:0] since;  // clocks since the last step began

  assign ready = phase == REST;
  assign begins = ready && event_valid && !running;
  assign add_input = phase == ADD && column < 16'd96;
  assign input_column = column[6:0];
  assign rest = phase == END && core_ready;

  wire free = core_ready && !started && since == PACE;
  assign step = phase == STEPS && steps != 9'd0 && free;

  always @(posedge clock) begin
    started <= step;
    if (reset || step) since <= 17'd0;
    else if (since != PACE) since <= since + 17'd1;
  end

  always @(posedge clock) begin
    if (reset) begin
      phase   <= REST;
      running <= 1'b0;
      ending  <= 1'b0;
      steps   <= 9'd0;
    end else begin
      case (phase)
        REST: begin
          column <= address;
          ending <= end_valid;
          if (event_valid || end_valid) phase <= STEPS;
          if (end_valid) steps <= {8'd0, running};
          else if (event_valid) begin
            steps   <= {1'b0, delta} + {8'd0, running && !multi};
            running <= 1'b1;
          end
        end
        STEPS:
        if (steps == 9'd0) begin
          if (core_ready && !started) phase <= ending ? END : ADD;
        end else if (step) steps <= steps - 9'd1;
        ADD: phase <= REST;
        default:
        if (core_ready) begin
          phase   <= REST;
          running <= 1'b0;
        end
      endcase
    end
  end
endmodule

`default_nettype wire
