// Turns the published stream of events into steps: some without an event, then one with it.
//
// On the board steps keep their distance, STEP_CLOCKS; time stands still where events are late.
`default_nettype none

module event_player #(
    parameter STEP_CLOCKS = 96000
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        event_valid,  // taken with `ready`
    input  wire [ 7:0] delay,        // steps without an event before that of this one
    input  wire [15:0] address,
    input  wire        end_valid,    // end of the stream, taken with `ready`
    output wire        ready,
    output wire        begins,       // first event of a stream, one clock
    // To the core.
    input  wire        core_ready,
    output wire        add_event,
    output wire [ 6:0] event_column,
    output wire        step,
    output wire        rest
);
  localparam [1:0] REST = 2'd0, STEPS = 2'd1, ADD = 2'd2, END = 2'd3;
  localparam [16:0] PACE = STEP_CLOCKS[16:0];

  reg [1:0] phase;
  reg running;       // an event of this stream was taken
  reg [7:0] left;    // steps without an event
  reg added;         // the event is in the step that comes next
  reg [15:0] column;
  reg started;       // a step began in the last clock: `core_ready` doesn't know yet
  reg [16:0] since;  // clocks since the last step began

  assign ready = phase == REST;
  assign begins = ready && event_valid && !running;
  assign add_event = phase == ADD && column < 16'd96;
  assign event_column = column[6:0];
  assign rest = phase == END && core_ready;

  wire free = core_ready && !started;
  assign step = phase == STEPS && free && since == PACE && (left != 8'd0 || added);

  always @(posedge clock) begin
    started <= step;
    if (reset || step) since <= 17'd0;
    else if (since != PACE) since <= since + 17'd1;
  end

  always @(posedge clock) begin
    if (reset) begin
      phase   <= REST;
      running <= 1'b0;
    end else begin
      case (phase)
        REST: begin
          column <= address;
          left   <= delay;
          added  <= 1'b0;
          if (event_valid) begin
            running <= 1'b1;
            phase   <= STEPS;
          end else if (end_valid) phase <= END;
        end
        STEPS: begin
          if (step && !added) left <= left - 8'd1;
          if (step && added) phase <= REST;
          if (left == 8'd0 && !added && free) phase <= ADD;
        end
        ADD: begin
          added <= 1'b1;
          phase <= STEPS;
        end
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
