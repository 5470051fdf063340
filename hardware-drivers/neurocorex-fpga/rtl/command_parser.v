// Understands what the host sends: the published commands are carried out here, bytes of frames and
// events are passed on.
//
// A command lasts until its last byte, however long that takes; bytes that aren't commands are
// dropped one by one. While something is being carried out no byte is taken. Behind the key, all
// bytes belong to frames.
`default_nettype none

module command_parser #(
    parameter NEURONS = 90
) (
    input  wire        clock,
    input  wire        reset,
    // The line.
    input  wire [ 7:0] data,
    input  wire        available,
    output wire        take,
    output wire        working,        // and not waiting for a byte
    // The core, as its host.
    input  wire        core_ready,
    output wire        host,
    output reg  [ 3:0] region,
    output reg  [ 7:0] row,
    output reg  [ 6:0] column,
    output reg  [ 1:0] part,
    output wire        write,
    output wire [ 7:0] new_value,
    input  wire [ 7:0] value,
    // Weights on their way back.
    output wire        weight_valid,
    output wire [ 7:0] weight,
    input  wire        weight_ready,
    // Events.
    output wire        event_valid,
    output wire [ 7:0] event_delay,
    output wire [15:0] event_address,
    output wire        event_end,
    input  wire        event_ready,
    // Frames.
    input  wire        locked,
    output wire        open,           // the key is complete
    output wire        completes_key,  // a frame's byte does
    output wire        frame_byte,
    input  wire        frame_complete,
    input  wire        frame_done
);
  localparam [3:0] AA = 4'd1, PARAMETERS = 4'd2, ENABLE = 4'd3, BIAS = 4'd4;

  localparam [3:0] COMMAND = 4'd0, FILL = 4'd1, TERMINATOR = 4'd2, BIAS_BYTE = 4'd3,
      BIAS_SWEEP = 4'd4, EVENT = 4'd5, PLAY = 4'd6, PLAYING = 4'd7, ASK = 4'd8, FETCH = 4'd9,
      MEMORY = 4'd10, WEIGHT = 4'd11, OPEN = 4'd12;

  reg [3:0] phase;
  reg [2:0] place;        // of a byte in a bias command, in an event
  reg [23:0] word;        // or an event
  reg [23:0] neuron;

  wire waits = phase == COMMAND || phase == FILL || phase == TERMINATOR || phase == BIAS_BYTE
               || phase == EVENT || phase == ASK;
  assign working = !waits;
  assign take = waits && available && core_ready && frame_done && !frame_complete;
  assign frame_byte = phase == COMMAND && locked && take;
  wire command = phase == COMMAND && !locked && take;

  // The key is looked for among bytes that are no commands, and in frames, where it counts between
  // them only.
  reg [2:0] known;        // bytes of it
  reg [7:0] next_of_key;
  always @(*)
    case (known)
      3'd0: next_of_key = 8'he0;
      3'd1: next_of_key = 8'hf0;
      3'd2: next_of_key = 8'hc7;
      3'd3: next_of_key = 8'ha9;
      3'd4: next_of_key = 8'h93;
      3'd5: next_of_key = 8'hb8;
      3'd6: next_of_key = 8'hd5;
      default: next_of_key = 8'h8e;
    endcase
  wire fits_key = data == next_of_key;
  assign open = phase == OPEN;
  assign completes_key = fits_key && known == 3'd7;

  always @(posedge clock)
    if (reset) known <= 3'd0;
    else if (take) known <= phase != COMMAND ? 3'd0 : fits_key ? known + 3'd1
                                                               : {2'd0, data == 8'he0};

  // Places: bytes of what is there, columns, rows.
  wire last_part = region == PARAMETERS || region == BIAS ? part == 2'd2 : 1'b1;
  wire last_column = column == (region == ENABLE ? 7'd11 : 7'd95);
  wire last_row = row == (region == ENABLE ? 8'd191 : region == PARAMETERS ? 8'd3 : 8'd95);
  wire last = last_part && last_column && last_row;
  wire sweeping = phase == BIAS_SWEEP;
  wire advance = (phase == FILL && take) || sweeping || (phase == WEIGHT && weight_ready);

  assign host = phase == FILL || sweeping || phase == FETCH || phase == MEMORY || phase == WEIGHT;
  assign write = (phase == FILL && take) || sweeping;
  wire [7:0] bias_byte = part == 2'd0 ? word[7:0] : part == 2'd1 ? word[15:8]
                                                                 : {{6{word[17]}}, word[17:16]};
  assign new_value = !sweeping ? data : neuron == {17'd0, column} ? bias_byte : 8'd0;

  assign weight_valid = phase == WEIGHT;
  assign weight = value;

  wire ends = word == 24'hffffff;
  assign event_delay = word[7:0];
  assign event_address = word[23:8];
  assign event_valid = phase == PLAY && !ends;
  assign event_end = phase == PLAY && ends;

  always @(posedge clock) begin
    if (phase == COMMAND) begin
      row    <= 8'd0;
      column <= 7'd0;
      part   <= 2'd0;
      place  <= 3'd0;
    end else if (advance) begin
      part <= last_part ? 2'd0 : part + 2'd1;
      if (last_part) column <= last_column ? 7'd0 : column + 7'd1;
      if (last_part && last_column) row <= row + 8'd1;
    end

    if (reset) begin
      phase <= COMMAND;
    end else begin
      case (phase)
        COMMAND:
        if (command) begin
          case (data[7:4])
            4'h0, 4'h1, 4'h2, 4'h6: begin
              region <= data[7:4] == 4'h6 ? ENABLE : {2'd0, data[5:4]};
              phase  <= FILL;
            end
            4'h3: phase <= EVENT;
            4'h4: begin
              region <= BIAS;
              phase  <= BIAS_BYTE;
            end
            4'h5: begin
              region <= AA;
              phase  <= ASK;
            end
            default: if (completes_key) phase <= OPEN;
          endcase
        end

        FILL: if (take && last) phase <= region == PARAMETERS ? COMMAND : TERMINATOR;
        TERMINATOR: if (take) phase <= COMMAND;

        BIAS_BYTE:
        if (take) begin
          place <= place + 3'd1;
          if (place < 3'd3) word <= {data, word[23:8]};
          else neuron <= {data, neuron[23:8]};
          if (place == 3'd5) phase <= BIAS_SWEEP;
        end
        BIAS_SWEEP: if (last_part && column == NEURONS[6:0] - 7'd1) phase <= COMMAND;

        EVENT:
        if (take) begin
          word  <= {data, word[23:8]};
          place <= place == 3'd2 ? 3'd0 : place + 3'd1;
          if (place == 3'd2) phase <= PLAY;
        end
        PLAY: if (event_ready) phase <= PLAYING;
        PLAYING: if (event_ready) phase <= ends ? COMMAND : EVENT;

        ASK: if (take) phase <= FETCH;
        FETCH: phase <= MEMORY;
        MEMORY: phase <= WEIGHT;
        WEIGHT:
        if (weight_ready)
          // The last one isn't sent: the published core forgets it, and its host adds a 0.
          phase <= row == 8'd95 && column == 7'd94 ? COMMAND : FETCH;

        default: phase <= COMMAND;  // OPEN: frame_done is low from the next clock on
      endcase
    end
  end
endmodule

`default_nettype wire
