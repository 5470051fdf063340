// On-chip STDP of one matrix, once a step, after all neurons were updated.
//
// Potentiation first: the row of each neuron that spiked, at enabled synapses whose column spiked
// within the last W_pre steps. Then depression: the column of each input that spiked, at enabled
// synapses whose row spiked within the last W_post steps. Then the windows grow by a step, and
// those of what spiked open. So a window opens for the step after the spike, never for its own.
//
// A synapse a clock: its address goes out, a clock later weight and enable bit are here and the
// changed weight is written. Addresses of a scan differ, so reads never meet their own writes.
`default_nettype none

module learning_update #(
    parameter SLOTS = 96
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,
    output wire        done,
    input  wire        forget,        // closes all windows
    // What it learns by.
    input  wire [ 6:0] pre_window,    // steps; 0 for none
    input  wire [ 6:0] post_window,
    input  wire [ 7:0] potentiation,  // added to a weight, unsigned
    input  wire [ 7:0] depression,    // taken from it, unsigned
    input  wire signed [7:0] floor,   // no weight falls below
    // Who spiked: lists of columns and of rows.
    input  wire [ 6:0] pre_spikes,
    input  wire [ 6:0] post_spikes,
    output wire [ 6:0] spike_index,   // in either list
    input  wire [ 6:0] pre_slot,      // at that index
    input  wire [ 6:0] post_slot,
    // The matrix.
    output wire [13:0] read_address,
    input  wire signed [7:0] weight,
    input  wire        enable,
    output reg  [13:0] write_address,
    output wire signed [7:0] new_weight,
    output wire        write,
    // The host looks at windows and sets them, while `done`.
    input  wire        host,
    input  wire [ 6:0] host_slot,
    output wire [ 6:0] pre_count,
    output wire [ 6:0] post_count,
    input  wire [ 6:0] host_count,
    input  wire        host_write_pre,
    input  wire        host_write_post
);
  localparam [2:0] REST = 3'd0, POTENTIATE = 3'd1, DEPRESS = 3'd2, AGE = 3'd3, OPEN = 3'd4;
  localparam [6:0] LAST = SLOTS[6:0] - 7'd1;
  localparam [6:0] LONG = 7'd127;

  reg [2:0] phase;
  reg [6:0] spike;  // index of the spike whose synapses are scanned
  reg [6:0] slot;   // scanned
  reg       amnesia;

  assign done = phase == REST && !write_back;
  assign spike_index = spike;

  wire potentiating = phase == POTENTIATE;
  wire depressing = phase == DEPRESS;
  assign read_address = depressing ? {slot, pre_slot} : {post_slot, slot};

  // Windows.
  wire opening = phase == OPEN;
  wire aging = phase == AGE;
  window_counters pre_windows (
      .clock(clock),
      .slot(host ? host_slot : opening ? pre_slot : slot),
      .count(pre_count),
      .write(host ? host_write_pre : aging || (opening && spike < pre_spikes)),
      .new_count(host ? host_count : opening ? 7'd0 :
                 pre_count == LONG || amnesia ? LONG : pre_count + 7'd1)
  );
  window_counters post_windows (
      .clock(clock),
      .slot(host ? host_slot : opening ? post_slot : slot),
      .count(post_count),
      .write(host ? host_write_post : aging || (opening && spike < post_spikes)),
      .new_count(host ? host_count : opening ? 7'd0 :
                 post_count == LONG || amnesia ? LONG : post_count + 7'd1)
  );

  // The synapse whose address went out a clock ago.
  reg  write_back;
  reg  upward;
  wire signed [9:0] change = upward ? $signed({2'b00, potentiation}) : -$signed({2'b00, depression});
  wire signed [9:0] changed = {{2{weight[7]}}, weight} + change;
  wire signed [9:0] lowest = {{2{floor[7]}}, floor};
  assign new_weight =
      upward && changed > 10'sd127 ? 8'sd127 :
      !upward && changed < lowest ? floor : changed[7:0];
  assign write = write_back && enable;

  always @(posedge clock) begin
    write_address <= read_address;
    upward        <= potentiating;
    write_back    <= !reset && ((potentiating && pre_count < pre_window)
                                || (depressing && post_count < post_window));
  end

  wire scanned = slot == LAST;
  wire [6:0] next_spike = spike + 7'd1;

  always @(posedge clock) begin
    if (reset) begin
      phase   <= AGE;
      amnesia <= 1'b1;
      spike   <= 7'd0;
      slot    <= 7'd0;
    end else begin
      case (phase)
        REST: begin
          spike   <= 7'd0;
          slot    <= 7'd0;
          amnesia <= forget;
          if (forget) phase <= AGE;
          else if (start) phase <= post_spikes != 7'd0 ? POTENTIATE
                                   : pre_spikes != 7'd0 ? DEPRESS : AGE;
        end
        POTENTIATE: begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned) begin
            spike <= next_spike;
            if (next_spike == post_spikes) begin
              spike <= 7'd0;
              phase <= pre_spikes != 7'd0 ? DEPRESS : AGE;
            end
          end
        end
        DEPRESS: begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned) begin
            spike <= next_spike;
            if (next_spike == pre_spikes) begin
              spike <= 7'd0;
              phase <= AGE;
            end
          end
        end
        AGE: begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned) phase <= amnesia ? REST : OPEN;
        end
        OPEN: begin
          spike <= next_spike;
          if (next_spike >= pre_spikes && next_spike >= post_spikes) phase <= REST;
        end
        default: phase <= REST;
      endcase
    end
  end
endmodule

`default_nettype wire
